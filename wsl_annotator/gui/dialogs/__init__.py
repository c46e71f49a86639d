"""Dialogs: each asks and returns a value; none of them does the work."""
