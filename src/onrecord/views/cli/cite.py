"""`onrecord cite`: citations of rows of a ledger, with the words, where they stand, and the hash of the text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.views.cli.trouble import told

Path_ = Annotated[Path, typer.Argument(metavar="LEDGER", help="File of the ledger.")]
Rows = Annotated[
    list[str],
    typer.Argument(metavar="FIGURE…", help="Figures, events or statements: 7:f3 (figure 3 of report 7), or their ids."),
]
Format = Annotated[str, typer.Option(metavar="NAME", help="bibtex, csl-json, ris, or text.")]
Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="File to write; - for standard output.")]


def register(app: typer.Typer) -> None:
    """Put the command of this module into the program."""
    app.command("cite")(cite_command)


def cite_command(ledger: Path_, figure: Rows, format: Format = "text", output: Output = "-") -> None:
    """Cite the reports behind rows of a ledger. With the words, the characters they stand at, and the hash of the text."""
    with told():
        from onrecord.errors import OptionError
        from onrecord.views import exports
        from onrecord.views.exports.citations import CITATIONS, cited
        from onrecord.views.exports.target import opened
        from onrecord.views.ledger.opened import Ledger

        formats = [name for name, choice in exports.FORMATS.items() if choice.tables == (CITATIONS,)]
        if format not in formats:
            raise OptionError(f"citations are written as {', '.join(formats)}, not {format!r}")
        made = exports.writer(format)
        with Ledger(ledger) as led:
            rows = [cited(led.store(), name) for name in figure]
        with opened(output, binary=made.binary) as file:
            made.report(rows, file)
