"""The inspector: a window of its own in which a researcher watches a search, level by level."""
