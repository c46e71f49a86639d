"""Scores of one image that several searches share: a box that two of them visit is scored once.

What a box scores depends on nothing but the image, the network and the scorer's own settings (see `batching`), so a
search over shared scores gives the bits that it would give alone.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.localization.beam import ChildScorer


class SharedScorer:
    """A scorer that remembers.

    Args:
        scorer: asked for what was not asked before; always with the same classes.
    """

    def __init__(self, scorer: ChildScorer) -> None:
        self._scorer = scorer
        self._root: NDArray[np.float64] | None = None
        self._children: dict[bytes, NDArray[np.float64]] = {}

    @property
    def padded_rows(self) -> int:
        """Rows that were padding, over all searches."""
        return self._scorer.padded_rows

    def score_root(self, cancel: CancelToken) -> NDArray[np.float64]:
        """Return float64 (C,); see `ChildScorer`."""
        if self._root is None:
            self._root = self._scorer.score_root(cancel)
        return self._root

    def score_children(self, boxes: NDArray[np.float64], cancel: CancelToken) -> NDArray[np.float64]:
        """Return float64 (N, 4, C); see `ChildScorer`."""
        keys = [box.tobytes() for box in boxes]
        fresh = [row for row, key in enumerate(keys) if key not in self._children]
        if fresh:
            scores = self._scorer.score_children(boxes[fresh], cancel)
            self._children.update(zip((keys[row] for row in fresh), scores, strict=True))
        return np.stack([self._children[key] for key in keys])


class SharedScores:
    """The scorers of one image and one set of classes, kept from search to search.

    Give a new one for every image: scorers are told apart by their own settings alone.
    """

    def __init__(self) -> None:
        self._scorers: dict[Hashable, SharedScorer] = {}

    def scorer(self, settings: Hashable, make: Callable[[], ChildScorer]) -> SharedScorer:
        """Return the scorer of these settings, made at first use."""
        if settings not in self._scorers:
            self._scorers[settings] = SharedScorer(make())
        return self._scorers[settings]
