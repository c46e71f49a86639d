"""The command line: human lines or JSON lines."""
