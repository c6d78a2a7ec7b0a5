from __future__ import annotations

import json
import re
import typing
from pathlib import Path

import msgspec
import typer

from made import record
from onrecord.views.cli.app import app
from onrecord.views.cli.schema import schema, schema_text

DOCS = Path(__file__).parents[2] / "docs"


def test_docs_hold_the_schema_the_code_makes() -> None:
    kept = (DOCS / "record.schema.json").read_text(encoding="utf-8")
    assert kept == schema_text() + "\n", "run: onrecord schema > docs/record.schema.json"


def test_every_noun_is_described() -> None:
    assert [name for name, noun in schema()["$defs"].items() if not noun.get("description")] == []


def test_from_has_its_public_name() -> None:
    properties = schema()["$defs"]["Figure"]["properties"]
    assert "from" in properties and "sources" not in properties


def test_a_record_has_the_fields_of_its_schema() -> None:
    definitions = schema()["$defs"]

    def compare(value: object, name: str) -> None:
        noun = definitions[name]
        assert isinstance(value, dict)
        assert set(value) == set(noun["properties"])
        for field, shape in noun["properties"].items():
            reference = shape.get("items", shape).get("$ref") if isinstance(shape, dict) else None
            values = value[field] if isinstance(value[field], list) else [value[field]]
            for inner in values if reference else ():
                compare(inner, reference.rpartition("/")[2])

    compare(json.loads(msgspec.json.encode(record())), "Record")
    assert typing.get_type_hints(type(record()))


def words_of(page: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", (DOCS / page).read_text(encoding="utf-8")))


def test_docs_name_every_field_and_value() -> None:
    known = words_of("record.md") | {"start", "end", "text"}
    definitions = schema()["$defs"]
    sections = {name for name in definitions["Record"]["properties"] if name != "schema"}
    fields = {name for noun, shape in definitions.items() if noun != "Record" for name in shape["properties"]}
    values = re.findall(r"'enum': \[([^\]]*)\]", str(definitions))
    named = {word for value in values for word in re.findall(r"'([^']+)'", value)}
    assert sorted((fields | named) - known - sections) == []


def test_docs_name_every_command_and_option() -> None:
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        assert f"## onrecord {name}" in page
        missing = [
            option
            for parameter in command.params
            for option in parameter.opts
            if option.startswith("--") and option not in page
        ]
        assert missing == []
