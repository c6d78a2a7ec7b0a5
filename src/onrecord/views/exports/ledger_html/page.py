"""The page: its sections, style and script."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from onrecord import __version__
from onrecord.codes import country
from onrecord.views import html
from onrecord.views.exports.ledger_html import answers, figures, series
from onrecord.views.exports.ledger_html.gather import Book
from onrecord.views.html import escaped
from onrecord.views.ledger.reports import publisher
from onrecord.views.plots.dark import dark
from onrecord.views.wording import plural

_HERE = Path(__file__).parent
_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"
# Each section: its anchor, what it is called, what makes it, which rows it shows, and what it says without any.
_SECTIONS = (
    ("series", "Series", series.series, "no thing here has three dated levels and targets; `onrecord series` asks for any"),
    ("promises", "Promises", answers.promises, "no target was announced"),
    ("conflicts", "Conflicts", answers.conflicts, "no two figures contradict each other"),
    ("facts", "Origins", answers.origins, "no two reports state the same figure"),
    ("timeline", "Timeline", answers.timeline, "no event that has a date"),
    ("figures", "Figures", figures.figures, "no figure; add reports with `onrecord add`"),
    ("reports", "Reports", figures.reports, "no report; add some with `onrecord add`"),
)  # fmt: skip


def page(book: Book) -> str:
    """The whole page."""
    shown = [(anchor, title, make, empty, len(getattr(book, anchor))) for anchor, title, make, empty in _SECTIONS]
    nav = "".join(
        f'<a href="#{anchor}">{title} <span class="quiet">{count:,}</span></a>' for anchor, title, _, _, count in shown
    )
    sections = "".join(
        f'<section id="{anchor}"><h2>{title}</h2>{make(book) if count else f"<p>{empty.capitalize()}.</p>"}</section>'
        for anchor, title, make, empty, count in shown
    )  # fmt: skip
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escaped(book.name)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><style>{_style()}</style></head>'
        f'<body><div class="onrecord ledger"><header><h1>{escaped(book.name)}</h1>{_about(book)}</header><nav>{nav}</nav>'
        f"<main>{sections}</main><footer>{_foot()}</footer></div><script>{_script()}</script></body></html>\n"
    )


def _about(book: Book) -> str:
    """What the ledger holds, and what was chosen."""
    outlets = {publisher(row) for row in book.reports if row.outlet or row.agency}
    days = sorted(row.published[:10] for row in book.reports if row.published)
    parts = [plural(len(book.reports), "report"), plural(len(outlets), "outlet"), plural(len(book.figures), "figure")]
    parts += [f"published {days[0]} to {days[-1]}"] if days else []
    asked = [
        f"{word} {country(value) or value}"
        for word, value in zip(("of", "in", "measure", "known on"), book.asked, strict=True)
        if value
    ]
    chosen = f'<p class="quiet">Only figures {escaped(", ".join(asked))}.</p>' if asked else ""
    return f'<p class="quiet">{" · ".join(parts)}</p>{chosen}'


def _foot() -> str:
    return (
        '<p class="quiet">Every number leads to the sentence it stands in. What is announced or planned is never shown as a fact; '
        "a period without a report is empty, not 0; copies of a story are one witness. "
        f"Made by onrecord {__version__}; this page asks for nothing from the network.</p>"
    )


@cache
def _style() -> str:
    return html.style() + (_HERE / "ledger.css").read_text(encoding="utf-8") + dark(".chart")


@cache
def _script() -> str:
    return (_HERE / "ledger.js").read_text(encoding="utf-8")
