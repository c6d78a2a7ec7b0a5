"""`onrecord schema`: the JSON Schema of a record, made from the nouns."""

from __future__ import annotations

import inspect
from typing import Any

import msgspec

from onrecord.concepts.record import SCHEMA, Record


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one record; descriptions are the docstrings of the nouns."""
    made = msgspec.json.schema(Record)
    definitions = made["$defs"]
    for definition in definitions.values():
        if "description" in definition:
            definition["description"] = " ".join(inspect.cleandoc(definition["description"]).split())
    definitions["Record"]["properties"]["schema"] = {"const": SCHEMA}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "A record of onrecord",
        **made,
    }


def schema_text() -> str:
    """The schema as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode()
