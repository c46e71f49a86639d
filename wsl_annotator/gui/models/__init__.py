"""Item models: what lists and tables show, read from the session."""
