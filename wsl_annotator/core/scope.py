"""What a search was given to see of an image: all of it, a region, or all but what a person has found already."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from wsl_annotator.core.boxes import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchScope:
    """Part of what identifies a localization; with image, network and settings it is all that a replay needs.

    Attributes:
        region: the only part that was searched, in upright image pixels; None for the whole image.
        filled: boxes whose pixels were filled with the network's mean colour first, in upright image pixels.
    """

    region: Box | None = None
    filled: tuple[Box, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the search saw the image as it is."""
        return self.region is None and not self.filled

    @property
    def digest(self) -> str:
        """16 hex digits over region and filled boxes, whatever their order; empty for the image as it is."""
        if self.is_whole:
            return ""
        values = {**self.to_dict(), "filled": [list(box.xyxy) for box in sorted(self.filled)]}
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:16]

    def to_dict(self) -> dict[str, Any]:
        """Return the scope as JSON types."""
        return {
            "region": list(self.region.xyxy) if self.region is not None else None,
            "filled": [list(box.xyxy) for box in self.filled],
        }

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> SearchScope:
        """Return the scope that `to_dict` wrote."""
        region = values["region"]
        return cls(
            region=Box(*region) if region is not None else None,
            filled=tuple(Box(*edges) for edges in values["filled"]),
        )


WHOLE_IMAGE = SearchScope()
