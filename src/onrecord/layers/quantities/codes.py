"""Numbers that name a thing without counting: of documents, players, list entries, houses, telephones."""

from __future__ import annotations

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.quantities.dates import counts
from onrecord.layers.quantities.found import Found
from onrecord.layers.quantities.words import beside, nouns

_LONG = 9  # no one writes a count of so many digits without commas
_RUN = 4  # so many bare numbers in a row are a list of codes
_ADDRESS = 5  # words a street's name may have


def is_code(parse: Parse, found: Found, before: Token | None, after: Token | None) -> bool:
    """True for "No. 10", "#5", "(4)" behind a person's name, "1." before a paragraph, "12 High Street", "called 911"."""
    if not found.plain:
        return False
    if _is_written_code(parse, found) or (after is not None and _is_house(parse, found, after)):
        return True
    if before is None or after is None:
        return before is None and (after is None or after.text in (".", ")"))
    if before.text == "(" and after.text == ")":
        return before.i > 0 and parse.tokens[before.i - 1].tag.startswith("NNP")
    if before.lemma in beside("calls") and parse.text[found.start : found.end] in nouns("telephones"):
        return True
    return before.sent != parse.tokens[found.first].sent and after.text in (".", ")") and after.start == found.end


def _is_written_code(parse: Parse, found: Found) -> bool:
    """True for digits that look like a code whatever stands beside them: in an address, of nine digits, behind "#"."""
    text, token = parse.text, parse.tokens[found.first]
    length = found.end - found.start
    if token.end - token.start > length + 5 and any(sign in token.text for sign in ("/", "@", "www.")):
        return True
    if length >= _LONG and text[found.start : found.end].isdigit():
        return True
    return text[max(0, found.start - 4) : found.start].lower().endswith(("#", "no. ", "nos. ", "№ ", "№"))


def _is_house(parse: Parse, found: Found, after: Token) -> bool:
    """True for "4726 Asher Avenue", "the 9300 block of" and the channel in "KCRA 3's"."""
    if after.text in ("'s", "’s"):
        return True
    if counts(parse, found):
        return False
    if after.lower == "block":
        return (found.value or 0) % 100 == 0
    for token in parse.tokens[found.last : found.last + _ADDRESS]:
        if not token.text[:1].isupper() and not token.text[:1].isdigit():
            return False
        if token.i > found.last and token.lower in nouns("streets"):
            return True
    return False


def without_lists(text: str, founds: list[Found]) -> list[Found]:
    """Leave out runs of bare numbers with nothing but commas between them: "1314, 1198, 1173, 1341"."""
    kept: list[Found] = []
    run: list[Found] = []
    for found in founds:
        bare = found.plain and found.unit == "count"
        if run and not (bare and text[run[-1].stop : found.begin].strip() == ","):
            kept += run if len(run) < _RUN else ()
            run = []
        if bare:
            run.append(found)
        else:
            kept.append(found)
    return kept + (run if len(run) < _RUN else [])
