"""`onrecord why` of a row of a ledger: its report is read again, since a ledger keeps no reasons; then what people decided about it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from rich.console import Console
from rich.text import Text

from onrecord.concepts.ids import content_ids
from onrecord.concepts.record import Record
from onrecord.errors import InputError
from onrecord.ledger import Store
from onrecord.ledger.judge import Told
from onrecord.reader import read
from onrecord.views.cli import why
from onrecord.views.ledger import judging
from onrecord.views.ledger.again import again
from onrecord.views.wording import clean


class Kept(NamedTuple):
    """A row as this version reads it, its record, its name in the ledger, and its judgements."""

    name: str
    record: Record
    row: Any
    said: list[Told]


def kept(path: Path, name: str, model: str | None) -> Kept:
    """The row of a ledger that goes by "7:f3" or by its id. Raises LedgerError, or InputError when this version does not read it any more."""
    with Store(path) as store:
        target = store.row(name)
        report, _ = again(*store.evidence(target.report)[1:3])
        said = [one for one in store.judgements() if target.id in (one.judgement.target, one.judgement.other)]
    record = read(report, model)
    own = next((own for own, id in content_ids(record).items() if id == target.id), None)
    if own is None:
        raise InputError(
            f"this version does not read {target.name} any more; `onrecord reread --dry-run {path}` says what it reads"
        )
    return Kept(target.name, record, why.row_of(record, own), said)


def show(found: Kept, console: Console) -> None:
    """Print the decisions of the reader, then those of people."""
    why.show(found.record, found.row, console)
    console.print(Text(f"row of the ledger: {found.name}", "dim"))
    for one in found.said:
        back = f" (taken back by {one.undone})" if one.undone else ""
        reason = f": {one.judgement.why}" if one.judgement.why else ""
        words = f"judgement {one.judgement.number}, {one.judgement.who}, {one.judgement.at[:10]}: {judging.sentence(one)}{back}{reason}"
        console.print(Text(clean(words), "dim" if one.undone else "bold"))


def as_json(found: Kept) -> bytes:
    """The row with its reasons and judgements as JSON."""
    plain = msgspec.to_builtins(found.row)
    return msgspec.json.encode(
        {**plain, "ledger_row": found.name, "judgements": [judging.plain(one) for one in found.said]}
    )
