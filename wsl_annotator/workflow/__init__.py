"""The user's verbs, shared by the window and the command line."""
