"""The paper's experiments on small pictures in the shape of its data sets: stages, resume, print beside measurement."""

from __future__ import annotations

import argparse
import dataclasses
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.paper_data import COLORS, paint_pictures, write_coco, write_devkit
from tests.helpers.training_photos import write_network
from wsl_annotator.cli import reproduce as verb
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import FAST, BeamConfig, LocalizerConfig
from wsl_annotator.core.errors import Cancelled, FormatError
from wsl_annotator.core.progress import Progress
from wsl_annotator.networks.card import read_card
from wsl_annotator.training.config import TrainConfig
from wsl_annotator.training.dataset import split_rows
from wsl_annotator.training.figures import EpochFigures
from wsl_annotator.workflow.reproduce_data import read_data
from wsl_annotator.workflow.reproduce_table import TableResult, TableRun, record_of, reproduce_table

CONFIG = TrainConfig(
    width=16, dropout=0.1, epochs=4, batch_size=4, learning_rate=0.02, decades=0.5, validation_share=0.25, patience=0
)
TINY = LocalizerConfig(preset="custom", beam=BeamConfig(beam_width=2, depth=3))


def make_devkit(folder: Path) -> Path:
    sets = {
        "train": paint_pictures(folder / "pictures", 16),
        "val": paint_pictures(folder / "pictures", 6, first=16, seed=1),
    }
    return write_devkit(folder / "data", sets, classes=COLORS)


@pytest.fixture
def devkit(tmp_path: Path) -> Path:
    return make_devkit(tmp_path)


@dataclass(frozen=True)
class Done:
    """A finished table 1."""

    folder: Path
    result: TableResult

    def copied(self, folder: Path) -> TableRun:
        """Return the run of table 1 on a copy of everything that was made."""
        shutil.copytree(self.folder / "out", folder / "out")
        return dataclasses.replace(self.result.run, out=folder / "out")


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    folder = tmp_path_factory.mktemp("done")
    make_devkit(folder)
    return Done(folder, reproduce_table(run_of(folder, table=1)))


def run_of(folder: Path, *, table: int = 4, limit: int | None = None) -> TableRun:
    return TableRun(
        table=table,
        data=folder / "data",
        out=folder / "out",
        networks=(write_network(folder),),
        train=CONFIG,
        search=TINY,
        limit=limit,
        device="cpu",
        threads=1,
        cache=folder / "cache",
    )


def experiment_of(tmp_path: Path) -> Path:
    return tmp_path / "out" / "voc2012-net-build-quick"


def found_in(path: Path) -> list[dict[str, object]]:
    """Return the searched images of a log, without the seconds that they took."""
    rows = [json.loads(line) for line in path.read_text().splitlines()[1:]]
    return [{key: value for key, value in row.items() if key != "seconds"} for row in rows]


def test_that_a_table_sets_the_print_beside_what_was_measured(done: Done) -> None:
    (entry,) = done.result.comparisons
    mean = entry.experiment.measured.report.mean
    assert entry.means["classification_ap"] == (86.5, 100 * mean.classification_ap)
    assert entry.means["point_ap"] == (79.8, 100 * mean.point_ap)
    assert set(entry.by_class) == set(COLORS)
    lines = "\n".join(verb.table_lines(done.result))
    assert "VGG-16 printed" in lines
    assert f"{100 * mean.point_ap:.1f}" in lines
    assert "bicycle and bird are equal" in lines


def test_that_every_setting_and_figure_is_on_the_disk(done: Done) -> None:
    record = json.loads(done.result.record.read_text())
    (experiment,) = record["experiments"]
    assert experiment["means"]["classification_ap"]["printed"] == 86.5
    assert experiment["settings"]["localizer"]["beam"]["depth"] == 3
    assert experiment["settings"]["training"]["width"] == 16
    assert experiment["settings"]["threads"] == 1
    assert experiment["images"] == {"train": 11, "held_out": 5, "test": 6}
    assert set(experiment["thresholds"]) == set(COLORS)
    page = Path(experiment["page"]).read_text()
    assert "net-build, trained on labels of PASCAL VOC 2012 train" in page
    assert "data:image/jpeg" in page
    assert "are not searched: their answer is the image&#x27;s centre" in page


def test_that_every_class_is_scored_in_every_test_image(done: Done) -> None:
    report = done.result.comparisons[0].experiment.measured.report
    assert [row.searched for row in report.classes] == [6, 6, 6]
    assert report.protocol == "all"


def test_that_a_finished_stage_is_not_done_again(done: Done, tmp_path: Path) -> None:
    run = done.copied(tmp_path)
    experiment = experiment_of(tmp_path)
    kept = [experiment / "card" / "card.json", experiment / "tuning-custom.jsonl", experiment / "test-custom.jsonl"]
    before = [(path.stat().st_mtime_ns, path.read_bytes()) for path in kept]
    epochs: list[object] = []
    again = reproduce_table(dataclasses.replace(run, table=4), on_epoch=epochs.append)
    assert epochs == []
    assert [(path.stat().st_mtime_ns, path.read_bytes()) for path in kept] == before
    assert again.table.number == 4
    names = {path.name for path in (tmp_path / "out").glob("*.json")}
    assert names == {"table1-quick-custom.json", "table4-quick-custom.json"}


def test_that_a_cancelled_search_goes_on_and_ends_in_the_same_results(done: Done, tmp_path: Path) -> None:
    run = done.copied(tmp_path)
    log = experiment_of(tmp_path) / "test-custom.jsonl"
    whole = found_in(log)
    log.unlink()
    token = CancelToken()

    def stop_in_test_search(progress: Progress) -> None:
        if progress.message.startswith("3 of 4") and progress.done == 4:
            token.cancel()

    with pytest.raises(Cancelled):
        reproduce_table(run, cancel=token, progress=stop_in_test_search)
    assert found_in(log) == whole[:4]
    with log.open("ab") as file:
        file.write(b'{"name": "0000')
    reproduce_table(run)
    assert found_in(log) == whole


def test_that_a_training_that_was_stopped_goes_on_from_its_last_epoch(done: Done, tmp_path: Path) -> None:
    token = CancelToken()

    def stop_after_two(figures: EpochFigures) -> None:
        if figures.epoch == 2:
            token.cancel()

    run = dataclasses.replace(done.result.run, out=tmp_path / "out")
    with pytest.raises(Cancelled):
        reproduce_table(run, cancel=token, on_epoch=stop_after_two)
    reproduce_table(run)
    weights = [experiment_of(folder) / "card" / "weights.safetensors" for folder in (tmp_path, done.folder)]
    assert weights[0].read_bytes() == weights[1].read_bytes()


def test_that_thresholds_are_tuned_on_images_that_did_not_teach(done: Done) -> None:
    data = read_data("voc2012", done.folder / "data", limit=None, seed=0, cancel=CancelToken()).train.images
    split = split_rows(data.labels, share=0.25, seed=0)
    tuned = {row["name"] for row in found_in(experiment_of(done.folder) / "tuning-custom.jsonl")}
    assert tuned == {data.names[row] for row in split.validation}
    assert not tuned & {data.names[row] for row in split.train}


def test_that_an_image_which_cannot_be_decoded_moves_no_training_image_into_the_tuning(
    devkit: Path, tmp_path: Path
) -> None:
    photos = devkit / "VOCdevkit" / "VOC2012" / "JPEGImages"
    damaged = photos / "000002.jpg"
    content = damaged.read_bytes()[:200]
    damaged.unlink()
    damaged.write_bytes(content)
    result = reproduce_table(run_of(tmp_path))
    card = read_card(experiment_of(tmp_path) / "card")
    tuned = found_in(experiment_of(tmp_path) / "tuning-custom.jsonl")
    assert card.record["data"]["images"] + card.record["data"]["held_out"] == 15
    assert len(tuned) == card.record["data"]["held_out"]
    assert any("000002.jpg" in sentence for sentence in result.comparisons[0].experiment.skipped)


def test_that_boxes_of_the_test_set_change_no_threshold(done: Done, tmp_path: Path) -> None:
    shutil.copytree(done.folder / "data", tmp_path / "data", symlinks=True)
    annotations = tmp_path / "data" / "VOCdevkit" / "VOC2012" / "Annotations"
    for number in range(16, 22):
        path = annotations / f"{number:06d}.xml"
        path.write_text(path.read_text().replace("<xmin>", "<xmin>100").replace("<xmax>", "<xmax>100"))
    (before,) = done.result.comparisons
    (after,) = reproduce_table(dataclasses.replace(done.copied(tmp_path), data=tmp_path / "data")).comparisons
    assert after.experiment.taus == before.experiment.taus
    assert after.means["point_ap"][1] == 0 < before.means["point_ap"][1]


def test_that_a_trial_says_so_wherever_its_figures_stand(devkit: Path, tmp_path: Path) -> None:
    result = reproduce_table(run_of(tmp_path, limit=8))
    (entry,) = result.comparisons
    assert sum(entry.experiment.images) == 8 + 6
    assert verb.table_lines(result)[1].startswith("! TRIAL: at most 8 images")
    record = record_of(result)
    assert record["trial"] is True
    assert "TRIAL" in record["warnings"][0]
    assert "TRIAL" in entry.experiment.page.read_text()
    assert result.record.name == "table4-quick-custom-limit8.json"


def test_that_stages_of_other_settings_are_refused_and_made_anew_on_demand(done: Done, tmp_path: Path) -> None:
    run = done.copied(tmp_path)
    with pytest.raises(FormatError, match=r"other settings \(settings\)"):
        reproduce_table(dataclasses.replace(run, train=dataclasses.replace(CONFIG, epochs=5)))
    deeper = dataclasses.replace(TINY, beam=BeamConfig(beam_width=2, depth=4))
    with pytest.raises(FormatError, match=r"other settings \(localizer\)") as caught:
        reproduce_table(dataclasses.replace(run, search=deeper))
    assert "--restart" in caught.value.hint
    (again,) = reproduce_table(dataclasses.replace(run, search=deeper, restart=True)).comparisons
    assert again.experiment.settings["localizer"]["beam"]["depth"] == 4


def test_that_two_searches_stand_side_by_side_on_one_training(done: Done, tmp_path: Path) -> None:
    epochs: list[object] = []
    run = dataclasses.replace(done.copied(tmp_path), search=FAST)
    reproduce_table(run, on_epoch=epochs.append)
    assert epochs == []
    logs = {path.name for path in experiment_of(tmp_path).glob("*.jsonl")}
    assert logs == {"tuning-custom.jsonl", "test-custom.jsonl", "tuning-fast.jsonl", "test-fast.jsonl"}


def test_that_table_3_reads_precision_at_11_points(tmp_path: Path) -> None:
    sets = {
        "trainval": paint_pictures(tmp_path / "pictures", 12),
        "test": paint_pictures(tmp_path / "pictures", 6, first=12),
    }
    write_devkit(tmp_path / "data", sets, year=2007, classes=COLORS)
    result = reproduce_table(run_of(tmp_path, table=3))
    (entry,) = result.comparisons
    assert entry.means["ap50_11"][0] == 25.7
    assert entry.experiment.measured.report.interpolation == "11"
    assert np.isnan(entry.means["ap50"][0])


def test_that_table_2_reads_a_coco_folder(tmp_path: Path) -> None:
    sets = {
        "train2014": paint_pictures(tmp_path / "pictures", 12),
        "val2014": paint_pictures(tmp_path / "pictures", 6, first=12),
    }
    write_coco(tmp_path / "data", sets, classes=COLORS)
    result = reproduce_table(run_of(tmp_path, table=2))
    assert result.comparisons[0].means["point_ap"][0] == 49.2
    assert result.comparisons[0].experiment.images == (9, 3, 6)


class Heard:
    """Takes what the command says."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.values: dict[str, object] = {}

    def progress(self, _: Progress) -> None:
        """Take progress."""

    def notice(self, text: str) -> None:
        self.lines.append(text)

    def left_out(self, sentences: list[str]) -> None:
        self.lines += sentences

    def result(self, lines: list[str], values: dict[str, object]) -> None:
        self.lines += lines
        self.values = values


def test_that_the_command_line_does_a_table(devkit: Path, tmp_path: Path) -> None:
    parser = argparse.ArgumentParser()
    verb.VERB.add(parser)
    words = ["--table", "4", "--data", str(devkit), "--out", str(tmp_path / "out"), "--preset", "fast"]
    words += ["--network", write_network(tmp_path), "--epochs", "2", "--device", "cpu", "--threads", "1"]
    heard = Heard()
    code = verb.VERB.run(parser.parse_args([*words, "--cache", str(tmp_path / "cache")]), heard, CancelToken())
    assert code == 0
    assert any(line.startswith("epoch 2: loss") for line in heard.lines)
    assert any("26.5" in line for line in heard.lines)
    assert Path(str(heard.values["written"])).is_file()


def test_that_the_result_tells_what_differs_from_the_papers_experiment(done: Done) -> None:
    warnings = done.result.warnings
    assert any("400,000 batches" in warning for warning in warnings)
    assert any("not with the paper's search" in warning for warning in warnings)
    assert any("net-build is no network of this table" in warning for warning in warnings)
