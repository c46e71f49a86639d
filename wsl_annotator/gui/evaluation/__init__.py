"""Evaluating from the window: a dialog, the child process that measures, and what came of it."""
