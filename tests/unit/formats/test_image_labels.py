from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.helpers.shared import COCO_MINI, FRUIT, VOC5, needs_shared
from tests.unit.formats.samples import small_set
from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.labels import LabelRow, LabelState, LabelTable
from wsl_annotator.formats.coco import write_coco
from wsl_annotator.formats.image_labels import (
    read_labels,
    read_labels_csv,
    read_labels_folders,
    write_labels_csv,
)
from wsl_annotator.formats.voc import write_voc

YES, NO, OPEN = LabelState.POSITIVE, LabelState.NEGATIVE, LabelState.UNKNOWN


def states(table: LabelTable) -> dict[str, dict[str, LabelState]]:
    return {row.file_name: dict(row.states) for row in table.rows}


def written(tmp_path: Path, content: str | bytes, name: str = "labels.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_that_a_table_is_read_with_any_delimiter_line_end_and_mark(
    tmp_path: Path, delimiter: str, line_end: str, mark: str
) -> None:
    rows = ['File_Name|cat|"big, dog"', "a.jpg|1|0", "sub/é.jpg|-1|", "", " b.jpg |1.0| 1 "]
    table = read_labels(written(tmp_path, mark + line_end.join(rows).replace("|", delimiter)))
    assert table.classes == ("cat", "big, dog")
    assert states(table) == {
        "a.jpg": {"cat": YES, "big, dog": NO}, "sub/é.jpg": {}, "b.jpg": {"cat": YES, "big, dog": YES},
    }  # fmt: skip
    assert table.problems == ()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "begins with ''"),
        (b"file_name\na.jpg\n", "line 1, has no class column"),
        (b"name,cat\na.jpg,1\n", "line 1, begins with 'name' and not with file_name"),
        (b"a.jpg,1\n", "there is no header line"),
        (b"file_name,cat,,dog\na.jpg,1,0,1\n", "without a name (column 3)"),
        (b"file_name,cat,cat\na.jpg,1,0\n", "has class 'cat' twice"),
        (b"file_name,label\na.jpg,dog\n", "has no column with 1, 0, -1 or blank"),
        (b"file_name,cat\n", "has no line with 2 columns"),
        (b"file_name,cat\n\xff.jpg,1\n", "line 2, is not UTF-8"),
        (b"file_name,cat\n" + b'"' + b"x" * 200_000, "is not a line of a table"),
    ],
)
def test_that_a_wrong_table_is_one_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    path = written(tmp_path, content)
    with pytest.raises(FormatError) as caught:
        read_labels(path)
    assert words in caught.value.user_text
    assert caught.value.user_text.startswith(str(path))


def test_that_wrong_lines_and_unknown_images_are_listed_with_their_line_and_the_rest_is_read(tmp_path: Path) -> None:
    content = (
        "file_name,cat,dog\na.jpg,1\nb.jpg,1,yes\nA.JPG,1,0\nnone.jpg,1,1\nnone.jpg,1,1\n,1,1\nb.jpg,0,1\na.jpg,1,0,\n"
    )
    table = read_labels_csv(written(tmp_path, content), image_names=["a.jpg", "x/b.jpg"])
    assert states(table) == {"x/b.jpg": {"dog": YES}, "a.jpg": {"cat": YES, "dog": NO}}
    expected = (
        "line 2, has 2 columns, not 3", "line 3: dog is 'yes'", "line 5: none.jpg is not among the images",
        "line 7, has no file name", "line 8: cat of x/b.jpg is said to be both there and not",
    )  # fmt: skip
    assert len(table.problems) == len(expected)
    for sentence, words in zip(table.problems, expected, strict=True):
        assert words in sentence


def test_that_a_name_which_means_two_images_is_listed(tmp_path: Path) -> None:
    path = written(tmp_path, "file_name,cat\na.jpg,1\ny/a.jpg,0\nc,1\n")
    table = read_labels(path, image_names=["x/a.jpg", "y/a.jpg", "c.png"])
    assert states(table) == {"y/a.jpg": {"cat": NO}, "c.png": {"cat": YES}}
    assert len(table.problems) == 1


def test_that_a_written_table_reads_back_the_same(tmp_path: Path) -> None:
    rows = (LabelRow("a,b;é.jpg", {"cat": YES, "dog": NO}), LabelRow('x "y".png', {"dog": YES}), LabelRow("z.png", {}))
    table = LabelTable(classes=("cat", "dog"), rows=rows)
    write_labels_csv(table, tmp_path / "l.csv")
    assert read_labels(tmp_path / "l.csv") == table
    assert (tmp_path / "l.csv").read_text().splitlines()[2] == '"x ""y"".png",-1,1'


def test_that_every_source_gives_the_labels_of_our_own_export(tmp_path: Path) -> None:
    write_voc(small_set(), tmp_path / "voc")
    write_coco(small_set(), tmp_path / "a.json")
    names = ["a.jpg", "sub/a.jpg", "sub/b.jpg"]
    boxes = {
        "a.jpg": {"cat": YES, "dog": YES},
        "sub/a.jpg": {"cat": NO, "dog": YES},
        "sub/b.jpg": {"cat": NO, "dog": NO},
    }
    for path in (tmp_path / "a.json", tmp_path / "voc" / "Annotations"):
        assert states(read_labels(path, image_names=names)) == boxes
        positives = {name: {c: s for c, s in row.items() if s is YES} for name, row in boxes.items()}
        assert states(read_labels(path, image_names=names, complete=False)) == positives
    sets = {"a.jpg": {"cat": YES, "dog": YES}, "sub/a.jpg": {"dog": YES}, "sub/b.jpg": {"cat": NO}}
    for path in (tmp_path / "voc", tmp_path / "voc" / "ImageSets", tmp_path / "voc" / "ImageSets" / "Main"):
        assert states(read_labels(path, image_names=names)) == sets
    one = read_labels(tmp_path / "voc" / "ImageSets" / "Main" / "dog_trainval.txt", image_names=names)
    assert states(one) == {"a.jpg": {"dog": YES}, "sub/a.jpg": {"dog": YES}, "sub/b.jpg": {}}


def test_that_image_sets_take_names_with_spaces_and_list_wrong_lines(tmp_path: Path) -> None:
    written(tmp_path, "my photo 1  1\nb -1\nc 2\n", "dining_table_train.txt")
    written(tmp_path, "b  0\n", "dining_table_val.txt")
    written(tmp_path, "my photo 1\nb\n", "train.txt")
    table = read_labels(tmp_path)
    assert table.classes == ("dining_table",)
    assert states(table) == {"my photo 1": {"dining_table": YES}, "b": {"dining_table": NO}}
    assert len(table.problems) == 1
    assert "line 3" in table.problems[0]


def test_that_folders_are_classes_and_other_classes_stay_unknown_unless_exclusive(tmp_path: Path) -> None:
    for name in ("cat/1.JPG", "dog/old/2.png", "loose.jpg", ".cache/3.jpg", "dog/note.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    table = read_labels(tmp_path)
    assert states(table) == {"cat/1.JPG": {"cat": YES}, "dog/old/2.png": {"dog": YES}}
    assert len(table.problems) == 1
    assert "loose.jpg lies in no class folder" in table.problems[0]
    exclusive = states(read_labels_folders(tmp_path, exclusive=True))
    assert exclusive["cat/1.JPG"] == {"cat": YES, "dog": NO}


def test_that_a_folder_of_nothing_and_a_missing_path_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="holds no labels"):
        read_labels(tmp_path)
    with pytest.raises(FormatError, match="could not be read: no such file"):
        read_labels(tmp_path / "gone")


@needs_shared
def test_that_real_label_sources_are_read_whole() -> None:
    table = read_labels(VOC5 / "labels.csv", image_names=[p.name for p in (VOC5 / "images").iterdir()])
    assert (len(table.rows), table.classes, table.problems) == (1200, ("bus", "car", "cat", "person", "train"), ())
    assert states(table) == states(read_labels(VOC5 / "instances.json"))
    fruit = read_labels(FRUIT / "test", image_names=[p.name for p in (FRUIT / "test").glob("*.jpg")])
    counts = {name: sum(name in row.positives for row in fruit.rows) for name in fruit.classes}
    assert counts == {"apple": 24, "banana": 22, "orange": 22}
    assert len(read_labels(COCO_MINI / "annotations" / "instances_val2017.json").classes) == 80


def test_that_problems_of_a_coco_file_reach_the_table(tmp_path: Path) -> None:
    document = {"images": [{"id": 1, "file_name": "a.jpg"}], "categories": [], "annotations": [{"image_id": 2}]}
    table = read_labels(written(tmp_path, json.dumps(document), "a.json"))
    assert len(table.problems) == 1
