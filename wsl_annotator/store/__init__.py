"""The project file: the only truth. The one room with SQLite."""
