"""The field's file formats, each in one file."""
