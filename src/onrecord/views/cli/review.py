"""The commands that step through rows: review (the least certain first), audit (a random sample)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.views.cli.shown import put, show
from onrecord.views.cli.trouble import told

LedgerFile = Annotated[Path, typer.Argument(metavar="LEDGER", help="File of the ledger.")]
Of = Annotated[str | None, typer.Option("--of", metavar="WHO", help="Whose: an ISO code (USA) or a name.")]
In = Annotated[str | None, typer.Option("--in", metavar="WHERE", help="Where: an ISO code (IRQ) or a place.")]
Measure = Annotated[str | None, typer.Option(metavar="NAME", help="What is counted: troops, killed, displaced …")]
Who = Annotated[str | None, typer.Option(metavar="NAME", help="Who judges (default: your user name).")]
Why = Annotated[str | None, typer.Option(metavar="WORDS", help="Why, kept with every answer.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, and ask nothing.")]


def register(app: typer.Typer) -> None:
    """Put the commands of this module into the program."""
    app.command("review")(review_command)
    app.command("audit")(audit_command)


def review_command(  # noqa: PLR0913, PLR0917 (a command line has as many parameters as options)
    ledger: LedgerFile,
    of: Of = None,
    in_: In = None,
    measure: Measure = None,
    why: Why = None,
    who: Who = None,
    json: Json = False,
) -> None:
    """Step through the least certain figures, one key for each."""
    with told():
        from onrecord.views.ledger.opened import Ledger

        with Ledger(ledger) as led:
            rows = led.doubtful(of=of, in_=in_, measure=measure)
            if json:
                put([{"row": f"{one.row.report}:f{one.row.n}", "weight": one.weight, "doubts": [doubt._asdict() for doubt in one.doubts],
                      "figure": one.row} for one in rows])  # fmt: skip
                return
            if not rows:
                sys.stdout.write("every figure is judged\n")
                return
            from onrecord.views.cli.checking import Session

            Session(led, rows, who, why).run()


def audit_command(  # noqa: PLR0913, PLR0917 (a command line has as many parameters as options)
    ledger: LedgerFile,
    sample: Annotated[int, typer.Option(min=1, metavar="N", help="Figures to draw.")],
    seed: Annotated[int, typer.Option(metavar="S", help="Another number draws another sample.")] = 1,
    of: Of = None,
    in_: In = None,
    measure: Measure = None,
    why: Why = None,
    who: Who = None,
    json: Json = False,
) -> None:
    """Check a random sample of figures. States the precision with its interval."""
    with told():
        from onrecord.reconcile.doubts import Doubtful
        from onrecord.views.ledger import checking
        from onrecord.views.ledger.opened import Ledger

        choice = {"of": of, "in_": in_, "measure": measure}
        with Ledger(ledger) as led:
            found, rows = led.audit(sample, seed=seed, **choice)
            if json:
                names = {row.number: row.id_given for row in led.reports if row.id_given}
                put(checking.plain(found, rows, seed, names))
                return
            todo = [Doubtful(row, ()) for row in rows if not row.review]
            if todo:
                from onrecord.views.cli.checking import Session

                Session(led, todo, who, why).run()
                found, _ = led.audit(sample, seed=seed, **choice)
        show([checking.audit(found, seed)])
