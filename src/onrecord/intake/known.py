"""What is known of a report from outside its words."""

from __future__ import annotations

from msgspec import Struct

from onrecord.errors import OptionError
from onrecord.intake.dates import iso_time


class Known(Struct, frozen=True):
    """What whoever hands a report in says of it; `encoding` and `media_type` say how to read its bytes."""

    id_given: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    encoding: str | None = None
    media_type: str | None = None


def checked_time(value: str) -> str:
    """A publication date in ISO 8601. Raises OptionError if it is none."""
    time = iso_time(value)
    if time is None:
        raise OptionError(
            f"the publication date must be an ISO 8601 date or datetime, such as 2020-09-10 or 2020-09-10T12:00:00Z; got {value!r}"
        )
    return time
