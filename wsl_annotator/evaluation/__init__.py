"""Judges against true boxes; numpy only."""
