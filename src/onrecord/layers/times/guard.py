"""What looks like a time and is none: names ("General April Summers", "Spring Hill"), numbers ("Flat 2018"), verbs ("may")."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.times.context import Context
from onrecord.layers.times.match import Match
from onrecord.layers.times.speech import saying
from onrecord.layers.times.words import around

_NAMES = frozenset({"PERSON", "ORG", "FAC", "PRODUCT", "WORK_OF_ART", "GPE", "LOC", "NORP"})
_AMOUNTS = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT"})
_OWNERS = frozenset({"PRP$", "POS", "DT"})


def is_time(match: Match, context: Context) -> bool:
    """False for a match that its surroundings show to be something else."""
    if match.rule == "year":
        return _is_year(match, context)
    if match.first.lower == "following" and match.first.tag in ("VBG", "IN"):
        return False  # "following Monday's debate"
    if match.rule in ("month", "weekday"):
        return _is_month(match, context)
    if match.rule == "season":
        return _is_season(match, context)
    if match.rule == "quarter-of":
        final = context.after(match, 2)
        return final is None or not final.lower.startswith(("final", "back", "mile"))
    if match.rule == "decade":
        return _is_decade(match, context)
    if match.rule in ("years", "month-year"):
        return match.first.ent not in ("MONEY", "PERCENT", "PERSON")
    return True


def _is_year(match: Match, context: Context) -> bool:
    """A bare number of four digits is a year behind a preposition, or where the tagger sees a date, and counts nothing."""
    word = match.words("y", "s")
    if match.first is not match.last or "z" in match.groups or "mod" in match.groups:
        return match.first.lower != "the" or len(word) > 1 or match.last.ent in ("DATE", "")
    token, after, left = match.first, context.after(match), context.before_token(match)
    if left is not None and (left.sent != token.sent or left.i < 0):
        left = None
    if after is not None and (after.lower in around("measure") or _counts(token, after, left)):
        return False
    if left is None:
        return token.ent == "DATE" or (after is not None and after.tag in (",", "VBD", "VBZ"))
    if left.lower in around("numbered") or (
        left.tag in ("NN", "NNP") and left.ent != "DATE" and left.lower not in around("before-year")
    ):
        return False
    modern = len(token.text) == 4 and token.text.isdecimal() and 1900 <= int(token.text) <= 2100
    if token.ent in _AMOUNTS and not modern:
        return False
    if token.ent == "DATE" or left.lower in around("before-year"):
        return True
    return modern and left.tag in _OWNERS and after is not None and after.tag in ("NN", "NNP", "JJ", "NNS")


def _counts(token: Token, after: Token, left: Token | None) -> bool:
    """True for "2003 tickets"; false for "the 2016 elections", "in 2016 elections"."""
    if after.tag != "NNS" or token.head is not after:
        return False
    if token.ent == "CARDINAL":
        return True
    return left is None or (left.tag not in _OWNERS and left.lower not in ("in", "since", "during"))


def _is_month(match: Match, context: Context) -> bool:
    """A month or weekday, not a name that has one in it ("Theresa May", "the Sunday Times") nor a verb."""
    token, left, after = match.last, context.before_token(match), context.after(match)
    if token.tag == "MD" or (token.tag in ("VB", "VBP", "VBD") and token.lower in around("march")):
        return False
    if "r" in match.groups:
        return True
    if token.lower in around("march") and left is not None and left.tag in ("DT", "JJ", "PRP$", "POS", "``"):
        # "the annual March for Peace" is a march, "the March offensive" a month
        return after is not None and after.tag in ("NN", "NNS") and token.head is after
    forename = left is not None and left.head is token and left.dep == "compound" and left.tag == "NNP"
    if forename and token.lower in around("person-month"):
        return False
    named = after is not None and token.head is after and after.tag[:3] == "NNP" and token.dep in ("compound", "nmod")
    if named and after is not None and after.ent not in ("DATE", "TIME"):
        return False
    if match.rule == "month" and token.dep in ("nsubj", "aux") and token.head.lemma in saying():
        return False
    if token.ent in _NAMES:
        inside = [t for t in (left, after) if t is not None]
        return not any(t.ent == token.ent and t.text[0].isupper() and t.tag[:3] == "NNP" for t in inside)
    return token.ent != "PERSON"


def _is_season(match: Match, context: Context) -> bool:
    token = match.last
    after, before = context.after(match), context.before(match)
    if token.tag not in ("NN", "NNP") or (
        after is not None and after.tag in ("NNP", "NNPS") and token.text[0].isupper()
    ):
        return False
    if token.text[0].isupper() and before not in around("before-season") and match.first is match.last:
        return False
    if "mod" in match.groups or before in around("before-season"):
        return after is None or after.lower not in ("of",) or token.lower != "fall"
    return match.first.lower == "the" and token.lower not in ("fall", "spring")


def _is_decade(match: Match, context: Context) -> bool:
    if context.before(match) in around("owner"):
        return False
    return len(match.word("y")) == 5 or match.first is not match.last or "n" in match.groups
