"""The nouns of onrecord: frozen, slotted structs without I/O."""
