"""`onrecord compare`: what reports say to the cells of a data set; columns that cannot be told are asked for, or named with --map."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.views.cli.shown import put, show
from onrecord.views.cli.trouble import tell, told

if TYPE_CHECKING:
    from onrecord.views.ledger.columns import Unmapped
    from onrecord.views.ledger.mine import Mine

LedgerFile = Annotated[Path, typer.Argument(metavar="LEDGER", help="File of the ledger.")]
File = Annotated[Path, typer.Argument(metavar="MINE.csv", help="The data set: a row or a column for each period.")]
Of = Annotated[str | None, typer.Option("--of", metavar="WHO", help="Whose: an ISO code (USA) or a name.")]
In = Annotated[
    str | None, typer.Option("--in", metavar="WHERE", help="The country of a file without one; the only one looked at.")
]
Counted = Annotated[str, typer.Option(metavar="NAME", help="What is counted: troops, killed, displaced …")]
By = Annotated[
    str | None, typer.Option(metavar="PERIOD", help="day, month, quarter or year (default: as the file has it).")
]
Mapping = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="THING=COLUMN", help="Column of place, value, period, date, year, quarter, month."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def register(app: typer.Typer) -> None:
    """Put the command of this module into the program."""
    app.command("compare")(compare_command)


def compare_command(  # noqa: PLR0913, PLR0917 (a command line has as many parameters as options)
    ledger: LedgerFile,
    mine: File,
    of: Of = None,
    in_: In = None,
    measure: Counted = "troops",
    by: By = None,
    map_: Mapping = None,
    json: Json = False,
) -> None:
    """What reports say to each cell of a data set. Unsupported, contradicted, a blank as zero, levels added up, missing."""
    with told():
        from onrecord.views.ledger import plain
        from onrecord.views.ledger.compared import findings
        from onrecord.views.ledger.opened import Ledger

        data = _mine(mine, mapping(map_), by=by, place=in_, measure=measure)
        with Ledger(ledger) as led:
            found = led.compared(data, of=of, measure=measure)
        for words in data.aside:
            tell(f"set aside: {words}")
        if json:
            put([plain.finding(one) for one in found])
        else:
            show([findings(found, data.by)])


def mapping(pairs: list[str] | None) -> dict[str, str]:
    """Columns by what they hold. Raises OptionError."""
    from onrecord.errors import OptionError

    parts = [pair.partition("=") for pair in pairs or []]
    if any(not column for _, _, column in parts):
        raise OptionError("--map takes THING=COLUMN, like value=troops")
    return {thing.strip(): column.strip() for thing, _, column in parts}


def _mine(path: Path, known: dict[str, str], *, by: str | None, place: str | None, measure: str) -> Mine:
    """Read a data set; at a terminal ask for a column that cannot be told, and say how not to be asked again."""
    from onrecord.views.ledger.columns import Unmapped
    from onrecord.views.ledger.mine import mine

    given = len(known)
    while True:
        try:
            data = mine(path, known, by=by, place=place, measure=measure)
        except Unmapped as error:
            if not (sys.stdin.isatty() and sys.stderr.isatty()):
                raise
            known |= _asked(error)
            continue
        if len(known) > given:
            said = " ".join(f"--map {thing}={column}" for thing, column in known.items())
            tell(f"the same without questions: {said}")
        return data


def _asked(error: Unmapped) -> dict[str, str]:
    """The column of the first thing that cannot be told. Raises the error again when nothing is answered."""
    from onrecord.views.ledger.columns import ASK

    thing = error.things[0]
    listed = "\n".join(f"  {number} {name}" for number, name in enumerate(error.there, 1))
    choices = f"Which column holds {ASK[thing]}?\n{listed}\n"
    while True:
        answer = typer.prompt(f"{choices}Number or name", default="", show_default=False, err=True).strip()
        if not answer:
            raise error
        if answer.isdigit() and 1 <= int(answer) <= len(error.there):
            answer = error.there[int(answer) - 1]
        if answer in error.there:
            return {
                "year"
                if thing == "period" and "year" in answer.lower()
                else "date"
                if thing == "period"
                else thing: answer
            }
        choices = f"there is no column {answer!r}\n"
