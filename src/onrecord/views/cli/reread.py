"""`onrecord reread`: the reports of a ledger read again with this version, and what that changed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.views.cli.shown import put
from onrecord.views.cli.trouble import REFUSED, tell, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from onrecord.ledger.reread import Change, Reread

LedgerFile = Annotated[Path, typer.Argument(metavar="LEDGER", help="File of the ledger.")]
All = Annotated[bool, typer.Option("--all", help="Also reports that this version has read.")]
Dry = Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="spaCy English pipeline to parse with.")]
Workers = Annotated[int, typer.Option(min=1, metavar="N", help="Processes to read with.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
_SIGNS = {"new": "+", "gone": "−", "changed": "~"}
_STYLES = {"new": "green", "gone": "red", "changed": "yellow"}


def register(app: typer.Typer) -> None:
    """Put the command of this module into the program."""
    app.command("reread")(reread_command)


def reread_command(
    ledger: LedgerFile,
    every: All = False,
    dry_run: Dry = False,
    model: Model = None,
    workers: Workers = 1,
    json: Json = False,
) -> None:
    """Read the reports again with this version. Says what changed; judgements go on holding."""
    with told():
        from onrecord.ledger import Store
        from onrecord.ledger.reread import Reread
        from onrecord.views.cli.progress import Bar
        from onrecord.views.ledger.again import READER, How, reread

        if not ledger.exists():
            Store(ledger).close()  # says that there is none
        done: list[Reread] = []
        failed = 0
        with Store(ledger, write=True) as store:
            total = len(store.reports())
            due = len(store.due(None if every else READER))
            with Bar(due) as bar:
                for found in reread(store, How(every, dry_run, model, workers)):
                    bar.step()
                    if not isinstance(found, Reread):
                        failed += 1
                        with bar.aside():
                            tell(found.message)
                        continue
                    done.append(found)
                    if not json and (found.changes or found.note):
                        with bar.aside():
                            show(found)
        if json:
            put([_plain(found) for found in done])
        else:
            sys.stdout.write(f"{summary(done, total - due, dry_run=dry_run)}\n")
        if failed:
            raise typer.Exit(REFUSED)


def _plain(found: Reread) -> dict[str, Any]:
    from msgspec import to_builtins

    plain: dict[str, Any] = to_builtins(found)
    return plain


def summary(done: list[Reread], passed: int, *, dry_run: bool) -> str:
    """What was done, in a line or two."""
    from onrecord.views.wording import plural

    kinds = {what: sum(change.what == what for found in done for change in found.changes) for what in _SIGNS}
    changed = sum(bool(found.changes) for found in done)
    rows = ", ".join(f"{count:,} {what}" for what, count in kinds.items() if count)
    words = [f"{plural(len(done), 'report')} read again: {changed:,} changed{f' ({rows} rows)' if rows else ''}"]
    words += [f"{passed:,} read by this version already"] if passed else []
    lost = sum(len(found.lost) for found in done)
    words += [f"{plural(lost, 'judgement')} without a row now"] if lost else []
    return "; ".join(words) + (" (nothing was written)" if dry_run else "")


def show(found: Reread) -> None:
    """Print what changed in one report."""
    from rich.padding import Padding
    from rich.text import Text

    from onrecord.views import terminal
    from onrecord.views.wording import clean

    console = terminal.console_for(sys.stdout)
    title = clean(found.title or "")
    console.print(
        Text.assemble(
            (f"{found.report} {title}".strip(), "bold"),
            (f"  {found.before} → {found.now}", "dim") if found.before != found.now else "",
        )
    )
    if found.note:
        console.print(Padding(Text(f"! {found.note}", "yellow"), (0, 0, 0, 2)))
    for line in lines(found):
        console.print(Padding(line, (0, 0, 0, 2)))
    terminal.write(console, sys.stdout)


def lines(found: Reread) -> Iterator[Text]:
    """A line for each change, and for each judgement whose row is gone."""
    from rich.text import Text

    from onrecord.views.wording import clean

    for change in found.changes:
        head = (f"{_SIGNS[change.what]} {change.row}", _STYLES[change.what])
        yield Text.assemble(head, f" {clean(change.words)}", (f"  {_fields(change)}", "dim"))
    for lost in found.lost:
        yield Text(
            f"! judgement {lost.judgement} ({lost.verdict}, by {lost.who}) of {lost.row}: its row is gone", "yellow"
        )


def _fields(change: Change) -> str:
    """What is said of a row that is new or gone, or what changed in another."""
    from onrecord.views.ledger.judging import changes, words
    from onrecord.views.wording import clean

    if change.what == "changed":
        now, before = ({name: two[at] for name, two in change.fields.items()} for at in (1, 0))
        return clean(changes(now, before))
    at = 0 if change.what == "gone" else 1
    named = ("measure", "role", "type", "act", "subject", "place", "speaker", "label")
    return clean(" · ".join(words(two[at]) for name, two in change.fields.items() if name in named and two[at]))
