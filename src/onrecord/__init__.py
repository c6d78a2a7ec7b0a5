"""onrecord reads news reports and keeps the record: figures, events and statements, with the words that say so."""

__version__ = "0.1.0"
