"""What a ledger holds, for people and for Python."""
