"""COCO JSON: `write_coco`, `read_coco` and the results file `write_coco_results`."""

from wsl_annotator.formats.boxes_json import bbox_of
from wsl_annotator.formats.coco_read import read_coco
from wsl_annotator.formats.coco_write import write_coco, write_coco_results

__all__ = ["bbox_of", "read_coco", "write_coco", "write_coco_results"]
