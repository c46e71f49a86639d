"""The simulated annotator: what proposals would save a person who knows the truth and always works the cheapest way.

The person works on images that are known to show the class, with its proposals in view. Every proposal is looked at
once. Each object is then finished in the cheapest way: a proposal that overlaps it enough is accepted for nothing
more; one that overlaps it at all may have edges dragged until it does; an object that no proposal serves is searched
for and drawn. A proposal serves one object at most, and which one is chosen so that the total is least. Difficult
objects and crowds ask for nothing, and a proposal that lies on one costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.evaluation.annotator_costs import DEFAULT_COSTS, Costs
from wsl_annotator.evaluation.annotator_pairs import Pair, prepare_pairs
from wsl_annotator.evaluation.assignment import cheapest_assignment
from wsl_annotator.evaluation.detection import Detections
from wsl_annotator.evaluation.truth import TrueBoxes

Floats = NDArray[np.float64]

_FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PairWork:
    """What one image and class asks of the person.

    Attributes:
        image: its number.
        objects: boxes to end with.
        looked_at: proposals looked at.
        accepted: objects finished by a proposal as it is.
        edited: objects finished by dragging edges.
        drawn: objects that no proposal served.
        edges: edges dragged.
        correction: sum over served objects of the L1 length of the drags over the object's diagonal.
        first_good: whether the first proposal was good enough for an object.
        early_good: whether one of the first three was.
        proposed: objects that some proposal overlaps enough.
        seconds: in all.
    """

    image: int
    objects: int
    looked_at: int
    accepted: int
    edited: int
    drawn: int
    edges: int
    correction: float
    first_good: bool
    early_good: bool
    proposed: int
    seconds: float


@dataclass(frozen=True)
class AnnotatorResult:
    """The person's work over many images and classes; every ratio is NaN where it has nothing below the line.

    Attributes:
        pairs: one an image and class that has objects.
    """

    pairs: tuple[PairWork, ...] = field(default=(), repr=False)

    @property
    def objects(self) -> int:
        """Boxes to end with."""
        return sum(pair.objects for pair in self.pairs)

    @property
    def looked_at(self) -> int:
        """Proposals looked at."""
        return sum(pair.looked_at for pair in self.pairs)

    @property
    def seconds(self) -> float:
        """Seconds in all."""
        return float(sum(pair.seconds for pair in self.pairs))

    @property
    def seconds_per_box(self) -> float:
        """Seconds for each box that is kept in the end, the looking at useless proposals among them."""
        return _ratio(self.seconds, self.objects)

    @property
    def seconds_per_image(self) -> float:
        """Seconds for each image and class."""
        return _ratio(self.seconds, len(self.pairs))

    @property
    def acceptance(self) -> float:
        """Share of images and classes whose first proposal is good enough for an object (A)."""
        return _ratio(sum(pair.first_good for pair in self.pairs), len(self.pairs))

    @property
    def acceptance_of_three(self) -> float:
        """Share of images and classes with such a proposal among the first three (A3)."""
        return _ratio(sum(pair.early_good for pair in self.pairs), len(self.pairs))

    @property
    def edges_per_box(self) -> float:
        """Edges dragged for each object that a proposal served, accepted ones among them."""
        return _ratio(sum(pair.edges for pair in self.pairs), self.served)

    @property
    def correction_distance(self) -> float:
        """Mean length of the drags over the object's diagonal, for each object that a proposal served."""
        return _ratio(sum(pair.correction for pair in self.pairs), self.served)

    @property
    def recall(self) -> float:
        """Share of objects that some proposal overlaps enough."""
        return _ratio(sum(pair.proposed for pair in self.pairs), self.objects)

    @property
    def served(self) -> int:
        """Objects that were accepted or edited, not drawn."""
        return sum(pair.accepted + pair.edited for pair in self.pairs)

    @property
    def shares(self) -> tuple[float, float, float]:
        """Shares of objects that were accepted, edited and drawn."""
        counts = [(pair.accepted, pair.edited, pair.drawn) for pair in self.pairs]
        accepted, edited, drawn = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
        return (_ratio(accepted, self.objects), _ratio(edited, self.objects), _ratio(drawn, self.objects))


def _ratio(above: float, below: float) -> float:
    return above / below if below else float("nan")


def price_pair(pair: Pair, *, overlap: float, costs: Costs = DEFAULT_COSTS) -> PairWork:
    """What one image and class asks of the person.

    Args:
        pair: proposals beside at least one object.
        overlap: intersection over union at which a box is good enough, the same as the pair was made for.
        costs: seconds of each action.
    """
    count, total = pair.overlaps.shape
    draw_s = costs.draw_s + costs.find_s
    touching = pair.overlaps > 0
    # Four edges are as good as a new box: whatever is cheaper.
    fix_s = np.where(touching, np.minimum(pair.edges * costs.edge_s, costs.draw_s), draw_s)
    # Lengths break ties, so that of equally dear ways the shortest is told.
    tie = np.where(touching, 1e-9 * pair.lengths / (1.0 + pair.lengths.max(initial=0.0)), 0.0)
    chosen = cheapest_assignment(np.concatenate([(fix_s + tie).T, np.full((total, total), draw_s)], axis=1))
    objects = np.flatnonzero(chosen < count)
    objects = objects[touching[chosen[objects], objects]]
    at = chosen[objects]
    used = pair.edges[at, objects]
    good = pair.overlaps >= overlap
    return PairWork(
        image=pair.image,
        objects=total,
        looked_at=count,
        accepted=int((used == 0).sum()),
        edited=int((used > 0).sum()),
        drawn=total - len(objects),
        edges=int(used.sum()),
        correction=float((pair.lengths[at, objects] / pair.diagonals[objects]).sum()),
        first_good=bool(good[:1].any()),
        early_good=bool(good[:_FIRST].any()),
        proposed=int(good.any(axis=0).sum()),
        seconds=count * costs.verify_s + float(fix_s[at, objects].sum()) + (total - len(objects)) * draw_s,
    )


def price(pairs: Iterable[Pair], *, overlap: float, costs: Costs = DEFAULT_COSTS) -> AnnotatorResult:
    """The person's work on pairs made for this overlap; see `simulate`."""
    return AnnotatorResult(tuple(price_pair(pair, overlap=overlap, costs=costs) for pair in pairs))


def simulate(
    detections: Detections, truth: TrueBoxes, *, overlap: float, costs: Costs = DEFAULT_COSTS
) -> AnnotatorResult:
    """The person's work on one class.

    Source: ours, after the simulated annotators of Papadopoulos et al. 2016 and Konyushkova et al. 2018; differs: a
    proposal may be edited, not only accepted or redrawn.

    Args:
        detections: the proposals, in any order; those of images without the class are not looked at.
        truth: all true boxes of the class.
        overlap: intersection over union at which a box is good enough.
        costs: seconds of each action.
    """
    return price(prepare_pairs(detections, truth, overlap=overlap), overlap=overlap, costs=costs)


def joined(results: Iterable[AnnotatorResult]) -> AnnotatorResult:
    """The work on several classes as one."""
    return AnnotatorResult(tuple(pair for result in results for pair in result.pairs))


def whole_image_boxes(images: NDArray[np.int64], sizes: Floats) -> Detections:
    """The baseline that proposes each image's whole area.

    Args:
        images: (N,) int.
        sizes: (N, 2) width and height in pixels.
    """
    return Detections(images, np.concatenate([np.zeros_like(sizes), sizes], axis=1), np.ones(len(images)))


def centre_boxes(images: NDArray[np.int64], sizes: Floats, truth: TrueBoxes) -> Detections:
    """The baseline that proposes, in each image's middle, a box of the class's mean share of width and height.

    The mean is over the true boxes themselves, which favours this baseline.

    Args:
        images: (N,) int, distinct.
        sizes: (N, 2) width and height in pixels.
        truth: all true boxes of the class; its images are among `images`.
    """
    counted = np.flatnonzero(~truth.ignored)
    if len(counted) == 0:
        return Detections(images[:0], np.zeros((0, 4)), np.zeros(0))
    place = {int(image): row for row, image in enumerate(images)}
    of_box = sizes[[place[int(image)] for image in truth.images[counted]]]
    share = ((truth.boxes[counted, 2:] - truth.boxes[counted, :2]) / of_box).mean(axis=0)
    half = sizes * share / 2
    middle = sizes / 2
    return Detections(images, np.concatenate([middle - half, middle + half], axis=1), np.ones(len(images)))
