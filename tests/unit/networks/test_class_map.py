"""A user's classes as sets of a network's outputs."""

import json
from pathlib import Path

import pytest
from torchvision.models import ResNet18_Weights

from tests.helpers.shared import SHARED, needs_shared
from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.core.paths import resource
from wsl_annotator.networks.class_map import load_class_map

NAMES = ("tabby, tabby cat", "Siamese cat, Siamese", "crane", "dog", "crane", "Dog", "orange")
IMAGENET = tuple(ResNet18_Weights.IMAGENET1K_V1.meta["categories"])
COCO80_LINES = (
    "person,bicycle,car,motorcycle,airplane,bus,train,truck,boat,traffic light,fire hydrant,stop sign,parking meter",
    "bench,bird,cat,dog,horse,sheep,cow,elephant,bear,zebra,giraffe,backpack,umbrella,handbag,tie,suitcase,frisbee",
    "skis,snowboard,sports ball,kite,baseball bat,baseball glove,skateboard,surfboard,tennis racket,bottle",
    "wine glass,cup,fork,knife,spoon,bowl,banana,apple,sandwich,orange,broccoli,carrot,hot dog,pizza,donut,cake",
    "chair,couch,potted plant,bed,dining table,toilet,tv,laptop,mouse,remote,keyboard,cell phone,microwave,oven",
    "toaster,sink,refrigerator,book,clock,vase,scissors,teddy bear,hair drier,toothbrush",
)
VOC20_LINES = (
    "aeroplane,bicycle,bird,boat,bottle,bus,car,cat,chair,cow,diningtable,dog,horse,motorbike,person,pottedplant",
    "sheep,sofa,train,tvmonitor",
)
COCO80 = [name for line in COCO80_LINES for name in line.split(",")]
VOC20 = [name for line in VOC20_LINES for name in line.split(",")]


def write(folder: Path, values: object) -> str:
    path = folder / "map.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    return str(path)


def test_that_without_a_map_a_class_is_the_output_of_the_same_name_or_synonym() -> None:
    class_map = load_class_map(None, NAMES)
    found, missing = class_map.targets(["ORANGE", "dog", "tabby cat", "siamese", "lemon", "Siamese cat, Siamese"])
    assert found == [
        ClassTarget("ORANGE", (6,)),
        ClassTarget("dog", (3,)),
        ClassTarget("tabby cat", (0,)),
        ClassTarget("siamese", (1,)),
        ClassTarget("Siamese cat, Siamese", (1,)),
    ]
    assert missing == ["lemon"]


@pytest.mark.parametrize("name", ["crane", "DOG"])
def test_that_a_name_that_fits_two_outputs_is_an_error(name: str) -> None:
    with pytest.raises(NetworkError, match=rf"'{name}' fits two outputs of the network: \d .* and \d"):
        load_class_map(None, NAMES).targets([name])


def test_that_a_file_maps_indices_and_names_and_falls_back_to_names(tmp_path: Path) -> None:
    spec = write(tmp_path, {"cat": [0, "siamese cat", 1], "bird": [2]})
    found, missing = load_class_map(spec, NAMES).targets(["bird", "Cat", "orange", "bus"])
    assert found == [ClassTarget("bird", (2,)), ClassTarget("Cat", (0, 1)), ClassTarget("orange", (6,))]
    assert missing == ["bus"]


def test_that_a_class_left_out_on_purpose_is_missing_even_if_the_network_has_its_name(tmp_path: Path) -> None:
    spec = write(tmp_path, {"classes": {"cat": [0, 1]}, "left_out": {"Orange": "a colour here"}})
    assert load_class_map(spec, NAMES).targets(["cat", "orange"]) == ([ClassTarget("cat", (0, 1))], ["orange"])


def test_that_the_digest_changes_with_the_meaning_alone(tmp_path: Path) -> None:
    by_index = load_class_map(write(tmp_path, {"cat": [0, 1], "dog": [3]}), NAMES).digest
    by_name = load_class_map(write(tmp_path, {"dog": ["dog"], "cat": ["tabby", 1]}), NAMES).digest
    other = load_class_map(write(tmp_path, {"cat": [0], "dog": [3]}), NAMES).digest
    assert by_index == by_name
    assert len({by_index, other, load_class_map(None, NAMES).digest}) == 3


def test_that_every_target_has_a_unique_name() -> None:
    targets = load_class_map(None, NAMES).every_target()
    assert [target.name for target in targets] == [
        "tabby", "Siamese cat", "crane (2)", "dog", "crane (4)", "Dog", "orange"
    ]  # fmt: skip
    assert [target.indices for target in targets] == [(index,) for index in range(7)]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"cat": [7]}, "names output 7 for 'cat', but the network has outputs 0 to 6"),
        ({"cat": [-1]}, "names output -1"),
        ({"cat": ["tiger"]}, "names 'tiger' for 'cat', which the network does not know"),
        ({"cat": ["crane"]}, "fits two outputs"),
        ({"cat": []}, "needs a list of outputs for 'cat'"),
        ({"cat": 3}, "needs a list of outputs for 'cat'"),
        ({"cat": [1.5]}, "has 1.5 for 'cat'"),
        ({"cat": [True]}, "has True for 'cat'"),
        ({}, "holds no classes"),
        ([1], "holds no classes"),
        ({"classes": {"cat": [0]}, "names": {"x": "tabby"}}, "malformed"),
        (
            {"classes": {"cat": [0]}, "names": {"0": "lion", "99": "x"}},
            "output 0 is 'lion', here it is 'tabby, tabby cat'",
        ),
        ({"classes": {"cat": [0]}, "names": {"99": "x"}}, "output 99 is 'x', here it does not exist"),
    ],
)
def test_that_a_map_that_does_not_fit_is_told_in_one_sentence(tmp_path: Path, values: object, says: str) -> None:
    with pytest.raises(NetworkError, match=says) as told:
        load_class_map(write(tmp_path, values), NAMES)
    assert told.value.hint


def test_that_a_missing_or_broken_file_is_told_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(NetworkError, match=r"gone\.json does not exist.*voc20"):
        load_class_map(str(tmp_path / "gone.json"), NAMES)
    (tmp_path / "bad.json").write_text("{")
    with pytest.raises(NetworkError, match=r"bad\.json is not JSON"):
        load_class_map(str(tmp_path / "bad.json"), NAMES)


@pytest.mark.parametrize(("name", "classes", "mapped"), [("voc20", VOC20, 19), ("coco80", COCO80, 60)])
def test_that_a_shipped_map_has_every_class_of_its_data_set_or_says_why_not(
    name: str, classes: list[str], mapped: int
) -> None:
    class_map = load_class_map(name, IMAGENET)
    found, missing = class_map.targets(classes)
    assert len(found) == mapped
    assert set(missing) == set(class_map.left_out) == set(classes) - set(class_map.entries)
    assert all(class_map.left_out.values())


@pytest.mark.parametrize("name", ["voc20", "coco80"])
def test_that_indices_of_a_shipped_map_mean_what_their_mirror_says_in_torchvision(name: str) -> None:
    values = json.loads(resource("class_maps", f"{name}.json").read_text(encoding="utf-8"))
    used = {index for indices in values["classes"].values() for index in indices}
    assert used == {int(index) for index in values["names"]}
    different = {text for index, text in values["names"].items() if text.casefold() != IMAGENET[int(index)].casefold()}
    assert different == {"crane"}  # the bird, which torchvision calls "crane bird"


@needs_shared
@pytest.mark.parametrize("name", ["voc20", "coco80"])
def test_that_a_shipped_map_fits_the_common_list_of_imagenet_names(name: str) -> None:
    names = (SHARED / "weights/mobilenet_v1_075/imagenet_classes.txt").read_text(encoding="utf-8").splitlines()
    assert load_class_map(name, names).entries == load_class_map(name, IMAGENET).entries


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("cat", "cat tabby"), ("apple", "granny"), ("orange", "orange"), ("banana", "banana"), ("bear", "bear"),
        ("elephant", "elephant tusker"), ("bus", "bus"), ("bottle", "bottle"), ("clock", "clock"), ("chair", "chair"),
    ],
)  # fmt: skip
def test_that_outputs_of_a_class_carry_a_word_of_it(name: str, words: str) -> None:
    for index in load_class_map("coco80", IMAGENET).entries[name]:
        assert any(word in IMAGENET[index].casefold() for word in words.split()), IMAGENET[index]


def test_that_cats_and_dogs_are_whole_ranges_without_their_wild_relatives() -> None:
    entries = load_class_map("voc20", IMAGENET).entries
    assert (IMAGENET[entries["dog"][0]], IMAGENET[entries["dog"][-1]]) == ("Chihuahua", "Mexican hairless")
    assert len(entries["dog"]) == 118
    assert "lemon" not in {IMAGENET[index] for index in load_class_map("coco80", IMAGENET).entries["orange"]}
    assert "kite" in load_class_map("coco80", IMAGENET).left_out


def test_that_a_shipped_map_is_refused_for_another_network() -> None:
    with pytest.raises(NetworkError, match=r"voc20\.json is for another network"):
        load_class_map("voc20", [f"thing {index}" for index in range(1000)])
