"""PASCAL VOC XML: `write_voc`, `read_voc` and the two readings of its coordinates."""

from wsl_annotator.formats.voc_profile import VOC_PROFILES, VocProfile, from_voc, to_voc
from wsl_annotator.formats.voc_read import read_voc
from wsl_annotator.formats.voc_write import write_voc

__all__ = ["VOC_PROFILES", "VocProfile", "from_voc", "read_voc", "to_voc", "write_voc"]
