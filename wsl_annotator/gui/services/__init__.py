"""Owned worker threads: jobs are values, results come back as signals on the main thread."""
