"""The commands that ask a ledger: same, origins, series, conflicts, promises, timeline, asof."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.views.cli.compare import Mapping, mapping
from onrecord.views.cli.shown import put, show
from onrecord.views.cli.trouble import tell, told

if TYPE_CHECKING:
    from onrecord.views.ledger.opened import Ledger
    from onrecord.views.plots.written import Draw

LedgerFile = Annotated[Path, typer.Argument(metavar="LEDGER", help="File of the ledger.")]
Of = Annotated[str | None, typer.Option("--of", metavar="WHO", help="Whose: an ISO code (USA) or a name.")]
In = Annotated[str | None, typer.Option("--in", metavar="WHERE", help="Where: an ISO code (IRQ) or a place.")]
Measure = Annotated[str | None, typer.Option(metavar="NAME", help="What is counted: troops, killed, displaced …")]
Counted = Annotated[str, typer.Option(metavar="NAME", help="What is counted: troops, killed, displaced …")]
By = Annotated[str, typer.Option(metavar="PERIOD", help="day, month, quarter, year, or change (at each change).")]
Kind = Annotated[str, typer.Option(metavar="KIND", help="figures, events, statements or actors.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Day = Annotated[
    str | None, typer.Option(metavar="DATE", help="The day it held, like 2020-09-10 (default: --known-on).")
]
Known = Annotated[str | None, typer.Option(metavar="DATE", help="Only reports published by this day.")]
Plot = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Draw it to a file that ends in .png, .svg or .html (self-contained)."),
]


_KINDS = ("figures", "events", "statements", "actors")


def register(app: typer.Typer) -> None:
    """Put the commands of this module into the program."""
    for name, command in (
        ("same", same_command),
        ("origins", origins_command),
        ("series", series_command),
        ("conflicts", conflicts_command),
        ("promises", promises_command),
        ("timeline", timeline_command),
        ("asof", asof_command),
    ):
        app.command(name)(command)


def same_command(
    ledger: LedgerFile,
    kind: Kind = "figures",
    of: Of = None,
    in_: In = None,
    measure: Measure = None,
    json: Json = False,
) -> None:
    """Facts stated by several figures, with the number of origins. Also events, statements and actors of several reports."""
    with told():
        from onrecord.errors import OptionError
        from onrecord.views.ledger import answers, plain, together
        from onrecord.views.ledger.opened import Ledger

        if kind not in _KINDS:
            raise OptionError(f"--kind is one of {', '.join(_KINDS)}, not {kind!r}")
        with Ledger(ledger) as led:
            if kind != "figures":
                values, table = together.shown(led, kind, of, in_)
                put(values) if json else show([table])
                return
            found = led.same(of=of, in_=in_, measure=measure)
            if json:
                names = _names(led)
                put([plain.same(*one, names) for one in found])
            else:
                show([answers.same(found)])


def origins_command(
    ledger: LedgerFile,
    fact: Annotated[str, typer.Option(metavar="FIGURE", help="A figure that states it: 7:f3, or its id.")],
    json: Json = False,
) -> None:
    """Whom a fact goes back to: origins, witnesses, copies."""
    with told():
        from onrecord.views.ledger import answers, plain
        from onrecord.views.ledger.opened import Ledger

        with Ledger(ledger) as led:
            found, tree = led.origins(fact)
            if json:
                put({**plain.same(found, tree, _names(led)), "tree": plain.tree(tree, _names(led))})
            else:
                show([answers.origins(found, tree, _publishers(led))])


def series_command(  # noqa: PLR0913, PLR0917 (a command line has as many parameters as options)
    ledger: LedgerFile,
    of: Of = None,
    in_: In = None,
    measure: Counted = "troops",
    by: By = "quarter",
    carry: Annotated[
        bool, typer.Option("--carry", help="Carry levels forward into periods without one, marked.")
    ] = False,
    compare: Annotated[
        Path | None, typer.Option(metavar="MINE.csv", help="A data set to show beside it (--in says which country).")
    ] = None,
    map_: Mapping = None,
    plot: Plot = None,
    json: Json = False,
) -> None:
    """Lowest, best and highest value by period, and how many say so."""
    with told():
        from onrecord.views.ledger import answers, plain
        from onrecord.views.ledger.opened import Ledger

        _check(plot)
        with Ledger(ledger) as led:
            points = led.series(of=of, in_=in_, measure=measure, by=by, carry=carry)
            beside = None
            if compare:
                found = led.compare(compare, of=of, in_=in_, measure=measure, by=by, mapping=mapping(map_))
                beside = {one.cell.period: one for one in found if in_ in (None, one.cell.iso3)}
            if plot:
                from onrecord.views.ledger.choose import Choice, chosen
                from onrecord.views.plots.asked import series_plot

                asked = Choice(of, in_, measure)
                rows = chosen(led.store(), asked)
                _draw(lambda size: series_plot(points, rows, asked, by, size, beside), plot)
        if json:
            place = in_ if in_ and len(in_) == 3 and in_.isupper() else None
            put([plain.point(point, place, measure, beside) for point in points])
            return
        whose = f" of {of}" if of else ""
        where = f" in {in_}" if in_ else ""
        show([answers.series(points, f"{measure}{whose}{where} by {by}", beside)])


def conflicts_command(
    ledger: LedgerFile, of: Of = None, in_: In = None, measure: Measure = None, json: Json = False
) -> None:
    """Figures about one thing that cannot both hold, and why."""
    with told():
        from onrecord.views.ledger import answers, plain
        from onrecord.views.ledger.opened import Ledger

        with Ledger(ledger) as led:
            found = led.conflicts(of=of, in_=in_, measure=measure)
            rows = led.store().quoted([row for one in found for row in (one.one, one.other)])
            quotes = {row.figure_id: row.quote for row in rows}
            if json:
                names = _names(led)
                put([plain.conflict(one, names, quotes) for one in found])
            else:
                show([answers.conflicts(found, quotes, _publishers(led))])


def promises_command(
    ledger: LedgerFile, of: Of = None, in_: In = None, measure: Measure = None, json: Json = False
) -> None:
    """Announced targets: when they are due, whether they were met."""
    with told():
        from onrecord.views.ledger import answers, plain
        from onrecord.views.ledger.opened import Ledger

        with Ledger(ledger) as led:
            found = led.promises(of=of, in_=in_, measure=measure)
            if json:
                names = _names(led)
                put([plain.promise(one, names) for one in found])
            else:
                show([answers.promises(found)])


def timeline_command(ledger: LedgerFile, in_: In = None, plot: Plot = None, json: Json = False) -> None:
    """Events by date, joined over reports, with their tolls."""
    with told():
        from onrecord.views.ledger import answers, plain
        from onrecord.views.ledger.opened import Ledger

        _check(plot)
        with Ledger(ledger) as led:
            found = led.timeline(in_=in_)
        if plot:
            from onrecord.codes import country
            from onrecord.views.plots.timeline import timeline

            title = f"Events in {country(in_) or in_}" if in_ else "Events"
            _draw(lambda size: timeline(found, title, size), plot)
        if json:
            put([plain.cluster(one) for one in found])
        else:
            show([answers.timeline(found)])


def asof_command(
    ledger: LedgerFile, held_on: Day = None, known_on: Known = None, in_: In = None, json: Json = False
) -> None:
    """What held on a day, as far as it was known on a day."""
    with told():
        from onrecord.errors import OptionError
        from onrecord.intake.known import checked_time
        from onrecord.views.ledger import answers, plain
        from onrecord.views.ledger.opened import Ledger

        if not held_on and not known_on:
            raise OptionError(
                "give the day it held (--held-on 2020-09-10), or the day it was known (--known-on), or both"
            )
        day = checked_time(held_on or known_on or "")[:10]
        by = checked_time(known_on)[:10] if known_on else None
        with Ledger(ledger) as led:
            found = led.asof(day, by, in_=in_)
            if json:
                names = _names(led)
                put([plain.standing(one, names) for one in found])
                return
        title = f"Held on {day}{f', as known on {by}' if by else ''}"
        show([answers.standing(found, title)])


def _check(plot: Path | None) -> None:
    """Refuse a file that cannot be drawn to before anything is computed."""
    if plot:
        from onrecord.views.plots import check

        check(plot)


def _draw(draw: Draw, plot: Path) -> None:
    """Draw to a file and say so."""
    from onrecord.views.plots.written import write

    write(draw, plot)
    tell(f"plot written to {plot}")


def _names(led: Ledger) -> dict[int, str]:
    """Given ids of reports by number."""
    return {row.number: row.id_given for row in led.reports if row.id_given}


def _publishers(led: Ledger) -> dict[int, str]:
    """Who published each report, by number."""
    from onrecord.views.ledger.reports import publisher

    return {row.number: publisher(row) for row in led.reports}
