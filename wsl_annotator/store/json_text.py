"""Free fields as JSON text, floats exact."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.records import Origin


def to_text(values: Mapping[str, Any]) -> str:
    """Return a mapping as one line of ASCII JSON, keys in their order.

    Raises:
        StoreError: a value has no JSON form, NaN and infinity included.
    """
    try:
        return json.dumps(dict(values), allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError) as error:
        raise StoreError(f"A field cannot be stored, because it has no JSON form ({error}).") from error


def from_text(text: str) -> dict[str, Any]:
    """Return the mapping that `to_text` wrote.

    Raises:
        ValueError: the text is no JSON object.
    """
    if text == "{}":
        return {}
    values = json.loads(text)
    if not isinstance(values, dict):
        raise ValueError("a stored field is no JSON object")
    return values


def origin_to_dict(origin: Origin) -> dict[str, Any]:
    """Return an origin as JSON types."""
    values = {
        "source": origin.source,
        "localization_id": origin.localization_id,
        "proposed": [float(edge) for edge in origin.proposed.xyxy] if origin.proposed else None,
        "score": origin.score,
        "threshold": origin.threshold,
        "model": origin.model,
    }
    return values if origin.row is None else {**values, "row": origin.row}


def origin_from_dict(values: Mapping[str, Any]) -> Origin:
    """Return the origin that `origin_to_dict` wrote.

    Raises:
        KeyError: a field is missing.
        ValueError: a field is no box.
    """
    return Origin(
        source=values["source"],
        localization_id=values["localization_id"],
        proposed=Box(*values["proposed"]) if values["proposed"] else None,
        score=values["score"],
        threshold=values["threshold"],
        model=values["model"],
        row=values.get("row"),
    )


@lru_cache(maxsize=4096)
def origin_from_text(text: str) -> Origin:
    """Return the origin of a stored text. Cached: most boxes of a project share a few, and an origin is frozen."""
    return origin_from_dict(from_text(text))
