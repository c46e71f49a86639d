"""Training from the window: a dialog, its charts, and the child process that trains."""
