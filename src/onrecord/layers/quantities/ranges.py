"""Two numbers that make one thing: ranges, scores, "one in three"; and from–to pairs, whose ends stay two numbers."""

from __future__ import annotations

import re

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.quantities.found import Found
from onrecord.layers.quantities.numeral import whole
from onrecord.layers.quantities.words import beside, nouns, units

_TO = frozenset({"to", "-to-", "till", "through"})
_DASH = frozenset({"-", "–", "—", "‑", "−"})
_RATIO = re.compile(r"(?: in| out of)(?: every| each)? | of every | of (?=10|ten)")


def join(parse: Parse, founds: list[Found]) -> list[Found]:
    """Join neighbours that make one range, score or ratio; share scale and unit between neighbours."""
    joined: list[Found] = []
    for found in founds:
        last = joined[-1] if joined else None
        if last is None or not _near(last, found) or not _pair(parse, last, found):
            joined.append(found)
    for first, second in zip(reversed(joined[:-1]), reversed(joined[1:]), strict=True):
        _share_listed(parse, first, second)
    return [found for found in joined if not found.doubt]


def _share_listed(parse: Parse, first: Found, second: Found) -> None:
    """ "5, 10 and 15 percent": a bare number before one that had its unit from its neighbour."""
    listed = first.plain and first.unit == "count" and parse.text[first.stop : second.begin] == ", "
    if listed and any(reason.rule == "unit shared with its neighbour" for reason in second.why):
        _share_unit(parse, first, second)


def same_again(text: str, first: Found, second: Found) -> bool:
    """True for a measure in parentheses that says the one before it in another unit: "7 miles (11 km)"; copies what it counts."""
    if first.unit == "count" or second.unit in ("count", first.unit) or text[first.stop : second.begin].strip() != "(":
        return False
    second.of, second.about = first.of, first.about
    second.bound = second.bound or first.bound
    second.because("of", "the measure before it, in another unit", text, (first.begin, first.stop))
    return True


def _near(first: Found, second: Found) -> bool:
    kinds = ("number", "share", "range")
    return 0 <= second.begin - first.stop <= 14 and first.kind in kinds and second.kind in kinds


def _pair(parse: Parse, first: Found, second: Found) -> bool:
    """Try to make `first` hold both numbers; True if it does and `second` is spent."""
    gap = parse.text[first.stop : second.begin]
    word = gap.strip().lower()
    if first.kind == "range" and word == "to" and second.plain:
        _share_unit(parse, first, second)
    if first.value is None or second.value is None or (first.doubt and (second.doubt or _dated(parse, first))):
        return False
    if word in ("- or", "- and", "- to") and first.plain and second.unit != "count":
        first.hyphen = True
        word = word[2:]
    if word in _DASH:
        return _dash(parse, first, second, gap)
    if word in _TO:
        return _to(parse, first, second)
    if word in ("and", "or", ",", ", or", "/"):
        return _and(parse, first, second, word)
    ratio = _RATIO.match(parse.text, first.stop, second.begin + 3)
    if ratio is not None and ratio.end() == second.begin:
        return _ratio(parse, first, second)
    return False


def _dated(parse: Parse, first: Found) -> bool:
    """True for a year behind its month or "in"."""
    before = parse.tokens[first.first - 1].lower if first.first else ""
    return before in nouns("months") or before in ("in", "since", "by", "of", "during", "until")


def _dash(parse: Parse, first: Found, second: Found, gap: str) -> bool:
    before, value = first.value or 0, second.value or 0
    bare = first.plain and second.unit == "count" and before <= 300 and gap in _DASH
    if bare and value <= 300 and isinstance(before, int) and isinstance(value, int):
        after = parse.tokens[second.last] if second.last < len(parse.tokens) else None
        if value <= before or (after is not None and after.lemma in nouns("score")):
            return _range(parse, first, second, "score")
    if not _one_unit(first, second):
        return False
    _share_scale(first, second)
    if (second.value or 0) <= (first.value or 0):
        return False
    return _range(parse, first, second, "range with a dash")


def _to(parse: Parse, first: Found, second: Found) -> bool:
    if not _one_unit(first, second):
        return False
    own = first.unit != "count" and not (first.unit.endswith(" of age") and second.unit == "count")
    _share_scale(first, second)
    verb = _changing(parse, first)
    starts = parse.tokens[first.first - 1].lower if first.first else ""
    if _lead(parse, first) == "from" and not _spans(parse, first):
        _share_unit(parse, first, second)
        first.because("value", "from one number to another", parse.text, (first.begin, second.stop))
        first.doubt = second.doubt = False
        return False
    if own and _lead(parse, first) != "from":
        falls = first.unit == "percent" and (second.value or 0) < (
            first.value or 0
        )  # "46 percent to 42 percent": a vote
        apart = starts not in ("by", "of", "between") or (second.value or 0) > 3 * (first.value or 0)
        if falls or second.unit == "count" or (verb is not None and apart):
            return False
    elif (second.value or 0) <= (first.value or 0) and not second.signed:
        _share_unit(parse, first, second)  # "52 to 48 percent": a vote
        return False
    elif (
        verb is not None and second.unit == "count" and starts not in ("by", "of", "between") and _leaps(first, second)
    ):
        return False  # "lost 40 to 8,000"
    elif verb is not None and starts == "by" and (second.value or 0) > 4 * (first.value or 0) > 0:
        return False  # "rose by 217 to 4,087"
    return _range(parse, first, second, "range with to")


def _leaps(first: Found, second: Found) -> bool:
    return (second.value or 0) > 10 * (first.value or 0) > 0


def _and(parse: Parse, first: Found, second: Found, word: str) -> bool:
    lead = _lead(parse, first)
    if not _one_unit(first, second):
        return False
    if word == "and" and lead == "between":
        _share_scale(first, second)
        return _range(parse, first, second, "between two numbers")
    if word == "and" and first.unit.endswith(" of age") and second.plain:
        _share_unit(parse, first, second)
    if word == "/":
        return first.unit in units().money and first.unit == second.unit and _range(parse, first, second, "two numbers")
    single = not first.hyphen and (first.plain or first.unit == "count")
    if word == "or" and single and _neighbours(first, second):
        _share_scale(first, second)
        return _range(parse, first, second, "one number or the next")
    if (
        word != ","
        and first.unit == "count"
        and second.unit != "count"
        and first.plain
        and parse.text[second.start] not in "$€£¥"
    ):
        _share_scale(first, second) if word == "or" else None
        _share_unit(parse, first, second)
    return False


def _neighbours(first: Found, second: Found) -> bool:
    """ "seven or eight", "eight or nine million": the second number is the larger one, and near."""
    before, value = first.value or 0, second.value or 0
    scale = second.scale
    value = value / scale if scale > 1 and before < 1000 else value
    return before < value <= 2 * before + 1


def _ratio(parse: Parse, first: Found, second: Found) -> bool:
    """ "one in three", "nine out of ten": a part of one."""
    over, under = first.value, second.value
    if first.unit != "count" or second.unit != "count" or not isinstance(over, int) or not isinstance(under, int):
        return False
    if not 0 < over < under <= 1_000_000 or not (under <= 10 or under % 10 == 0) or second.kind != "number":
        return False
    first.value, first.unit, first.kind = over / under, "fraction", "share"
    first.because("value", "so many in so many", parse.text, (first.begin, second.stop))
    _swallow(first, second)
    return True


def _lead(parse: Parse, first: Found) -> str:
    """ "between" or "from" before the first number, with no more than a bound or a determiner in the way."""
    tokens = parse.tokens
    for at in range(first.first - 1, max(-1, first.first - 4), -1):
        if tokens[at].lower in ("between", "from"):
            return tokens[at].lower
        if tokens[at].tag in ("NN", "NNS", "NNP", "VBD", "VBZ", "CD", ","):
            return ""
    return ""


def _spans(parse: Parse, first: Found) -> bool:
    """True where "from A to B" is a range: behind "ranging", "anywhere", "aged"."""
    for at in range(first.first - 1, max(1, first.first - 4), -1):
        if parse.tokens[at].lower == "from":
            return any(token.lower in beside("ranging") for token in parse.tokens[max(0, at - 4) : at])
    return False


def _changing(parse: Parse, first: Found) -> Token | None:
    """The word of change that governs a number: its verb, or "up" and "down" right before it."""
    token = parse.root(first.first, first.last)
    for count, head in enumerate(token.ancestors()):
        if head.lemma in nouns("changing verbs"):
            return head
        if count > 1 or head.tag.startswith("NN"):
            break
    before = parse.tokens[first.first - 1] if first.first else None
    return before if before is not None and before.lower in nouns("changing verbs") else None


def _one_unit(first: Found, second: Found) -> bool:
    """True if both have one unit, or one of the two has none of its own."""
    if first.unit == second.unit:
        return True
    base, other = first.unit.split("/")[0], second.unit.split("/")[0]
    if base == other:
        return True
    return first.unit == "count" or (second.unit == "count" and second.plain)


def _share_scale(first: Found, second: Found) -> None:
    """ "5 to 10 million", "10 to 15,000": the scale of the second number holds for the first."""
    scale = second.scale
    value = first.value or 0
    if first.kind != "number" or not 0 < value < 1000 or not (first.unit == "count" or first.unit in units().money):
        return
    most = (second.value or 0) / scale * (1 if scale == 1000 else 10)
    if scale > 1 and first.scale == 1 and value < most:
        first.value = whole(value * scale)


def _share_unit(parse: Parse, first: Found, second: Found) -> None:
    if first.unit == second.unit:
        return
    giver, taker = (second, first) if first.unit == "count" else (first, second)
    if taker.unit != "count":
        giver, taker = (giver, taker) if "/" in giver.unit else (taker, giver)
        if "/" in taker.unit or "/" not in giver.unit:
            return
    taker.unit = giver.unit
    taker.plain = False
    taker.because("unit", "unit shared with its neighbour", parse.text, (giver.begin, giver.stop))


def _range(parse: Parse, first: Found, second: Found, rule: str) -> bool:
    _share_unit(parse, first, second)
    low, high = first.value or 0, second.value or 0
    first.low, first.high = min(low, high), max(low, high)
    first.value = None
    first.doubt = False
    first.kind = "score" if rule == "score" else "range"
    first.because("low", rule, parse.text, (first.stop, second.begin))
    _swallow(first, second)
    return True


def _swallow(first: Found, second: Found) -> None:
    first.end, first.stop, first.last = second.end, second.stop, second.last
    first.plain = False
    first.hyphen = second.hyphen
    first.why.extend(second.why)
