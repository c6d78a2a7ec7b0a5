"""Many records in one SQLite file: add, find, judge, verify."""

from onrecord.ledger.add import Added
from onrecord.ledger.store import Store

__all__ = ["Added", "Store"]
