"""WSL Annotator: image-level labels in, boxes out, a person in between."""

__version__ = "0.1.0"
