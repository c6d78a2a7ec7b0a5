"""What several reports have in common beside figures: events, statements, actors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from onrecord.reconcile.actors import Who
from onrecord.reconcile.features import Say
from onrecord.reconcile.statements import Said
from onrecord.reconcile.timeline import Cluster
from onrecord.views.highlight import Piece
from onrecord.views.ledger import plain
from onrecord.views.ledger.plain import Plain
from onrecord.views.tables.shape import Block, Cell, Column, Row, Table, one_block
from onrecord.views.wording import clean, plural

if TYPE_CHECKING:
    from onrecord.views.ledger.opened import Ledger

_REPORTS = Column("reports", 24, 7, wraps=True)


def events(led: Ledger, in_: str | None) -> list[Cluster]:
    """Events that several reports tell."""
    return [one for one in led.timeline(in_=in_) if len({row.report for row in one.rows}) > 1]


def statements(led: Ledger, of: str | None) -> list[Said]:
    """Statements that several reports tell, those of one speaker if a name is given."""
    from onrecord.reconcile.names import one_person
    from onrecord.reconcile.statements import statements as join

    rows = led.store().statements()
    return join(row for row in rows if of is None or one_person(of, row.speaker or row.source or ""))


def actors(led: Ledger, of: str | None) -> list[Who]:
    """Actors that several reports name; those of one state if its code is given, else those of a name."""
    from onrecord.reconcile.actors import actors as join

    found = join(led.store().actors())
    return [who for who in found if of is None or who.iso3 == of or of.lower() in who.name.lower()]


def shown(led: Ledger, kind: str, of: str | None, in_: str | None) -> tuple[list[Plain], Table]:
    """Events, statements or actors of several reports, as plain values and as a table."""
    if kind == "events":
        from onrecord.views.ledger.answers import timeline

        found = events(led, in_)
        return event_plain(found), timeline(found)
    if kind == "statements":
        told = statements(led, of)
        return statement_plain(told), statement_table(told)
    who = actors(led, of)
    return actor_plain(who), actor_table(who)


def statement_table(found: Sequence[Said]) -> Table:
    """A statement a line, in the words of each report."""
    columns = (Column("speaker", 24, 8, wraps=True), Column("act", 9, 4), Column("said", 10, 10), _REPORTS)
    blocks = []
    for said in found:
        row = said.rows[0]
        who = row.speaker or row.source or ""
        day = (row.said_start or row.published or "")[:10]
        first = _row(who, row.act, day, _numbers(one.report for one in said.rows))
        quotes = "  |  ".join(f"{one.report} {one.outlet or ''}: {clean(one.quote)}" for one in said.rows)
        blocks.append(Block((first,), (Piece(quotes, (), 0),)))
    return Table(plural(len(found), "statement"), columns, tuple(blocks))


def actor_table(found: Sequence[Who]) -> Table:
    """An actor a line: name, kind, state, roles, other names."""
    columns = (
        Column("name", 30, 10, wraps=True), Column("kind", 12, 6), Column("of", 4, 3), Column("roles", 50, 10, wraps=True),
        Column("also called", 30, 8, wraps=True), Column("reports", 7, 7, right=True),
    )  # fmt: skip
    rows = [
        _row(
            who.name,
            who.kind,
            who.iso3 or "",
            ", ".join(who.roles[:6]),
            ", ".join(dict.fromkeys(row.name for row in who.rows if row.name != who.name)),
            str(len({row.report for row in who.rows})),
        )
        for who in found
    ]
    return Table(plural(len(found), "actor"), columns, one_block(rows))


def event_plain(found: Sequence[Cluster]) -> list[Plain]:
    """Events as plain values."""
    return [plain.cluster(one) for one in found]


def statement_plain(found: Sequence[Said]) -> list[Plain]:
    """Statements with their members and why they are one, as plain values."""
    return [
        {
            "speaker": said.rows[0].speaker or said.rows[0].source,
            "act": said.rows[0].act,
            "members": [
                {
                    name: getattr(row, name)
                    for name in ("statement_id", "report", "outlet", "published", "act", "form", "quote")
                }
                for row in said.rows
            ],
            "why": [_says(says) for says in said.why],
        }
        for said in found
    ]


def actor_plain(found: Sequence[Who]) -> list[Plain]:
    """Actors with their members and why they are one, as plain values."""
    return [
        {
            **{name: getattr(who, name) for name in ("name", "kind", "iso3", "roles")},
            "members": [
                {name: getattr(row, name) for name in ("report", "n", "name", "iso3", "roles")} for row in who.rows
            ],
            "why": [_says(says) for says in who.why],
        }
        for who in found
    ]


def _says(says: Sequence[tuple[str, Say]]) -> Plain:
    return {name: {"points": say.points, "why": say.why} for name, say in says}


def _numbers(reports: Iterable[int]) -> str:
    return " ".join(str(report) for report in sorted(set(reports)))


def _row(*cells: Cell | str) -> Row:
    return Row("", None, tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in cells))
