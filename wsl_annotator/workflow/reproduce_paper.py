"""What the paper prints in its tables, and where the print contradicts itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

VOC_CLASSES = (
    "aeroplane", "bicycle", "bird", "boat", "bottle", "bus", "car", "cat", "chair", "cow",
    "diningtable", "dog", "horse", "motorbike", "person", "pottedplant", "sheep", "sofa", "train", "tvmonitor",
)  # fmt: skip
"""In the order of Table 1, by the devkit's names."""

NETWORKS: Mapping[str, str] = {"vgg16": "VGG-16", "alexnet": "AlexNet"}
"""torchvision's name -> the paper's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What a table prints of one network, in percent.

    Attributes:
        means: measure -> printed mean.
        by_class: measure -> one value a class, in the order of `VOC_CLASSES`; empty where only means are printed.
    """

    means: Mapping[str, float]
    by_class: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTable:
    """One table of Bency et al. 2016.

    Attributes:
        number: 1 to 4.
        title: what it compares, in our words.
        data: `voc2012`, `voc2007` or `coco2014`.
        measures: of `evaluation.report.Figures`, in the order in which they are shown.
        printed: torchvision's name of the network -> what is printed.
        others: what is printed of other methods: a line each.
        errors: one sentence for each thing in the print that cannot be right.
        notes: one sentence for each thing that a reader of the comparison must know.
    """

    number: int
    title: str
    data: str
    measures: tuple[str, ...]
    printed: Mapping[str, Printed]
    others: tuple[str, ...]
    errors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


_POINTS = (
    "Localization mAP: a point inside a true box of its class is right, else a false positive while the object stays "
    "missed; ranked by the class score of the image, as the caption of Table 1 says (section 4.2 ranks by the greatest "
    "heat, which the JSON holds as point_ap_heat)."
)
_COOCCURRENCE = (
    "With co-occurrence the paper reports +1.2 classification and +0.8 localization mAP for VGG-16; the print does not "
    "say whether the table's figures hold it already."
)

TABLES: Mapping[int, PaperTable] = {
    1: PaperTable(
        number=1,
        title="classification and point localization, trained on VOC 2012 train, tested on VOC 2012 val",
        data="voc2012",
        measures=("classification_ap", "point_ap"),
        printed={
            "vgg16": Printed(
                means={"classification_ap": 86.5, "point_ap": 79.8},
                by_class={
                    "classification_ap": (
                        93.0, 89.7, 91.4, 89.6, 69.5, 90.9, 81.6, 92.0, 69.3, 88.9,
                        80.2, 90.4, 90.0, 90.0, 91.6, 85.5, 90.4, 75.5, 91.4, 89.6,
                    ),
                    "point_ap": (
                        90.1, 86.4, 86.4, 77.6, 56.8, 90.3, 68.3, 89.9, 54.7, 86.8,
                        66.4, 83.5, 85.5, 84.3, 88.1, 80.1, 83.5, 64.5, 90.8, 81.4,
                    ),
                },
            ),
            "alexnet": Printed(
                means={"classification_ap": 77.1, "point_ap": 79.7},
                by_class={
                    "classification_ap": (
                        92.0, 82.9, 87.2, 83.8, 54.1, 87.3, 74.5, 87.0, 56.4, 76.7,
                        71.1, 82.2, 84.1, 83.4, 83.9, 71.7, 83.1, 63.7, 89.4, 78.2,
                    ),
                    "point_ap": (
                        90.0, 81.2, 81.2, 82.2, 47.5, 86.7, 64.9, 85.7, 53.9, 75.8,
                        67.9, 88.5, 89.0, 88.1, 78.5, 64.1, 90.0, 67.0, 89.9, 82.6,
                    ),
                },
            ),
        },
        others=(
            "Oquab et al. 2015: localization 74.5",
            "RCNN, trained on boxes: localization 74.8",
            "Fast RCNN, trained on boxes: localization 71.3",
        ),
        errors=(
            "The rows of bicycle and bird are equal in all five columns of localization: a copy error.",
            "AlexNet's localization mAP is printed as 79.7, but its cells average 77.7.",
            "AlexNet's classification mAP is printed as 77.1, but its cells average 78.6.",
            "AlexNet's localization exceeds its classification in seven of the last nine rows, which a ranking by "
            "class score cannot give: those rows may belong to another method.",
            "Section 4.3 gives VGG-16 74.3 and AlexNet 82.4 on the test set: the two are exchanged.",
        ),
        notes=(_POINTS, _COOCCURRENCE),
    ),
    2: PaperTable(
        number=2,
        title="point localization, trained on COCO 2014 train, tested on COCO 2014 val",
        data="coco2014",
        measures=("classification_ap", "point_ap"),
        printed={"vgg16": Printed(means={"classification_ap": 54.1, "point_ap": 49.2})},
        others=("Oquab et al. 2015: localization 41.2, classification 62.8",),
        notes=(_POINTS, "The classification mAP is that of section 4.3; the table itself prints localization alone."),
    ),
    3: PaperTable(
        number=3,
        title="boxes, trained on VOC 2007 trainval but a tenth for tuning, tested on VOC 2007 test",
        data="voc2007",
        measures=("ap50_11", "ap50"),
        printed={"vgg16": Printed(means={"ap50_11": 25.7})},
        others=(
            "Multi-fold MIL (Cinbis et al. 2014): 22.4",
            "Bilen et al. 2015: 27.7",
            "LCL-kmeans (Wang et al. 2014): 26.9",
        ),
        notes=(
            "The paper does not say how its average precision is read; 25.7 is set beside VOC 2007's own 11 points, "
            "and the area under the curve is told too.",
        ),
    ),
    4: PaperTable(
        number=4,
        title="boxes, trained on VOC 2012 train, tested on VOC 2012 val",
        data="voc2012",
        measures=("ap50", "ap50_11"),
        printed={"vgg16": Printed(means={"ap50": 26.5})},
        others=("Oquab et al. 2015 with Selective Search: 11.7",),
        notes=(
            "The paper does not say how its average precision is read; 26.5 is set beside the area under the curve, "
            "which VOC uses since 2010, and the figure at 11 points is told too.",
        ),
    ),
}  # fmt: skip
"""Bency et al. 2016, section 4.3. Columns of Table 1 were told apart by their means: of all assignments this is the
one in which VGG-16's cells average to the printed means."""

SECONDS_AN_OBJECT = 2.6
"""Section 5: seconds to localize an object in an image, VGG-16 on an NVIDIA TITAN X."""

UNLIKELY = (
    "Classes with a probability below 0.05 that are not among an image's five best are not searched: their answer is "
    "the image's centre, without a box. They rank last."
)
DIFFERENCES = (
    "The thresholds of the heat maps are chosen on boxes of held-out training images, as the paper does: without "
    "boxes, at a threshold of 0.5, AP50 is what the line below the table says.",
    UNLIKELY,
    "torchvision's AlexNet has other widths than the one of 2012 and no local response normalization.",
)
"""What holds for every table and is ours."""


def trial_note(limit: int) -> str:
    """Return the sentence that marks the figures of a part of the data."""
    return (
        f"TRIAL: at most {limit:,} images of each set, drawn at random. These are no figures of the paper's experiment."
    )
