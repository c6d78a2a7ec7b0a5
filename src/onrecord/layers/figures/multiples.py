"""What halving, doubling or tripling a reported number makes of it: derived, never given as reported."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from onrecord.concepts.figure import Figure
from onrecord.concepts.parse import Token
from onrecord.concepts.reason import Reason
from onrecord.concepts.when import When
from onrecord.layers.figures.context import Context

RULE = "a number halved or multiplied"
_FACTORS = {"halve": Fraction(1, 2), "double": Fraction(2), "triple": Fraction(3), "quadruple": Fraction(4)}


def multiplied(figures: list[Figure], context: Context, number: int) -> list[Figure]:
    """Targets or levels that follow from "will halve its 4,000 troops"; ids go on from `number`."""
    out: list[Figure] = []
    for figure in figures:
        verb = _verb(figure, context)
        if verb is None or figure.best is None or figure.role != "level":
            continue
        row = _result(figure, verb, context)
        if any(f.measure == row.measure and f.best == row.best and f.role == row.role for f in figures):
            continue  # the report gives it itself
        out.append(replace(row, id=f"f{number + len(out) + 1}"))
    return out


def _verb(figure: Figure, context: Context) -> Token | None:
    """The verb of halving or multiplying that gave a number its role."""
    cues = [cue for why in figure.why if why.field == "role" for cue in why.cues]
    tokens = [context.parse.at(cue.start) for cue in cues]
    return next((token for token in tokens if token is not None and token.lemma in _FACTORS), None)


def _result(figure: Figure, verb: Token, context: Context) -> Figure:
    ahead = context.ahead(verb)
    sure = context.certainty(verb) if ahead else None
    best = _times(figure.best, _FACTORS[verb.lemma])
    factor = "½" if verb.lemma == "halve" else str(_FACTORS[verb.lemma])
    why = (Reason("best", RULE, note=f"{factor} × {figure.best:,} = {best:,}"),)
    row = replace(
        figure, role="target" if ahead else "level", best=best, low=_times(figure.low, _FACTORS[verb.lemma]),
        high=_times(figure.high, _FACTORS[verb.lemma]), value_text="", pair=None, part_of=None, same_as=None,
        as_of=_due(figure, context) if ahead else figure.as_of, derived=True, sources=(figure.id,), span=None, rule=RULE, why=why,
    )  # fmt: skip
    if sure is None:
        return row
    return replace(
        row,
        status=sure.status,
        polarity=sure.polarity,
        commitment=sure.commitment,
        label=sure.label,
        label_cue=sure.label_cue,
    )


def _times(value: int | float | None, factor: Fraction) -> int | float | None:
    """A product as a whole number where it is one."""
    if value is None:
        return None
    product = Fraction(value) * factor
    return int(product) if product.denominator == 1 else float(product)


def _due(figure: Figure, context: Context) -> When | None:
    """When what is to be done to the number is due, by its event."""
    event = context.event(figure.event)
    return event.when if event is not None else None
