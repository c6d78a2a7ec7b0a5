"""The commands by which people judge rows: accept, reject, correct, not-same, same-as, not-same, undo, judgements."""

from __future__ import annotations

import sys
from operator import methodcaller
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.views.cli.shown import put, show
from onrecord.views.cli.trouble import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.ledger.judge import Told
    from onrecord.views.ledger.opened import Ledger

LedgerFile = Annotated[Path, typer.Argument(metavar="LEDGER", help="File of the ledger.")]
One = Annotated[str, typer.Argument(metavar="ROW", help="7:f3 (figure 3 of report 7; e event, s statement), or an id.")]
Many = Annotated[
    list[str],
    typer.Argument(metavar="ROW…", help="Rows like 7:f3 (figure 3 of report 7; e event, s statement), or ids."),
]
Who = Annotated[str | None, typer.Option(metavar="NAME", help="Who judges (default: your user name).")]
Why = Annotated[str | None, typer.Option(metavar="WORDS", help="Why.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def register(app: typer.Typer) -> None:
    """Put the commands of this module into the program."""
    for name, command in (
        ("accept", accept_command),
        ("reject", reject_command),
        ("correct", correct_command),
        ("same-as", same_as_command),
        ("not-same", not_same_command),
        ("undo", undo_command),
        ("judgements", judgements_command),
    ):
        app.command(name)(command)


def accept_command(ledger: LedgerFile, row: Many, why: Why = None, who: Who = None, json: Json = False) -> None:
    """Say that rows are right."""
    judged(ledger, [methodcaller("accept", name, why=why, who=who) for name in row], json=json)


def reject_command(ledger: LedgerFile, row: Many, why: Why = None, who: Who = None, json: Json = False) -> None:
    """Say that rows should not be there. They are left out of every answer."""
    judged(ledger, [methodcaller("reject", name, why=why, who=who) for name in row], json=json)


def correct_command(
    ledger: LedgerFile,
    row: One,
    fields: Annotated[
        list[str],
        typer.Argument(metavar="FIELD=VALUE…", help="best=3000 role=target as_of=2020-09 …; none leaves a field open."),
    ],
    why: Why = None,
    who: Who = None,
    json: Json = False,
) -> None:
    """Give the right values of fields of a row. What was read stays visible."""
    with told():
        right = pairs(fields)
    judged(ledger, [methodcaller("correct", row, why=why, who=who, **right)], json=json)


def same_as_command(
    ledger: LedgerFile, one: One, other: One, why: Why = None, who: Who = None, json: Json = False
) -> None:
    """Say that two figures, or two events, are one. What goes with either comes along."""
    judged(ledger, [methodcaller("same_as", one, other, why=why, who=who)], json=json)


def not_same_command(
    ledger: LedgerFile, one: One, other: One, why: Why = None, who: Who = None, json: Json = False
) -> None:
    """Say that two figures, or two events, are not one."""
    judged(ledger, [methodcaller("not_same", one, other, why=why, who=who)], json=json)


def undo_command(
    ledger: LedgerFile,
    which: Annotated[
        str | None,
        typer.Argument(
            metavar="NUMBER|ROW", help="A judgement by its number, or the last one of a row (default: the last of all)."
        ),
    ] = None,
    why: Why = None,
    who: Who = None,
    json: Json = False,
) -> None:
    """Take back a judgement. Both stay in the list."""
    meant: int | str | None = int(which) if which and which.isascii() and which.isdigit() else which
    judged(ledger, [methodcaller("undo", meant, why=why, who=who)], json=json)


def judgements_command(ledger: LedgerFile, json: Json = False) -> None:
    """List all judgements, those taken back too."""
    with told():
        from onrecord.views.ledger import judging
        from onrecord.views.ledger.opened import Ledger

        with Ledger(ledger) as led:
            found = led.store().judgements()
        if json:
            put([judging.plain(one) for one in found])
        else:
            show([judging.table(found)])


def judged(path: Path, acts: list[Callable[[Ledger], int]], *, json: bool) -> None:
    """Make judgements and say what was done."""
    with told():
        from onrecord.views.ledger import judging
        from onrecord.views.ledger.opened import Ledger

        made: set[int] = set()
        with Ledger(path) as led:
            try:
                made.update(act(led) for act in acts)
            finally:  # what was judged before a mistake stays so, and is said
                done = [one for one in led.store().judgements() if one.judgement.number in made] if made else []
                if json:
                    put([judging.plain(one) for one in done])
                else:
                    sys.stdout.write("".join(map(_line, done)))


def _line(one: Told) -> str:
    from onrecord.views.ledger.judging import sentence

    return f"{sentence(one)} (judgement {one.judgement.number}, by {one.judgement.who})\n"


def pairs(given: list[str]) -> dict[str, Any]:
    """Fields and values of "best=3000". Raises OptionError."""
    from onrecord.errors import OptionError

    parts = [pair.partition("=") for pair in given]
    bad = next((pair for pair, (_, sign, _) in zip(given, parts, strict=True) if not sign), None)
    if bad is not None:
        raise OptionError(f"a correction takes FIELD=VALUE, like best=3000 role=target; {bad!r} is none")
    for name in ("why", "who", "row"):
        if name in (part[0].strip() for part in parts):
            raise OptionError(f"{name!r} is no field; --why and --who stand behind the fields")
    return {name.strip(): value for name, _, value in parts}
