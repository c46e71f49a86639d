"""The whole training: card, resume, cancel, bad input, project and command line."""

import argparse
import dataclasses
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.helpers.training_photos import CLASSES, write_network, write_photos
from wsl_annotator.cli import train as verb
from wsl_annotator.cli.console import Console
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import Cancelled, FormatError, NetworkError
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.core.progress import Progress
from wsl_annotator.imaging.decode import load_upright
from wsl_annotator.localization.classify import classify_image
from wsl_annotator.networks.card import CARD, WEIGHTS, open_card, read_card
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.store.project import Project
from wsl_annotator.training.config import PAPER, AugmentConfig, TrainConfig
from wsl_annotator.training.errors import TrainingError
from wsl_annotator.training.figures import EpochFigures
from wsl_annotator.workflow.new_project import create_project
from wsl_annotator.workflow.train import TrainReport, TrainRun, train
from wsl_annotator.workflow.train_data import data_of_folder, data_of_project
from wsl_annotator.workflow.train_record import CHECKPOINT, RECORD

ROOT = Path(__file__).resolve().parents[3]
CONFIG = TrainConfig(
    width=16,
    dropout=0.1,
    epochs=6,
    batch_size=4,
    learning_rate=0.02,
    decades=0.5,
    validation_share=0.25,
    patience=0,
    variants=1,
)
LIVE = dataclasses.replace(
    CONFIG, freeze="none", epochs=3, learning_rate=0.005, augment=AugmentConfig(rotation_degrees=5.0)
)


@pytest.fixture
def photos(tmp_path: Path) -> tuple[Path, Path]:
    return write_photos(tmp_path)


def run_of(tmp_path: Path, *, out: str = "card", config: TrainConfig = CONFIG, network: str = "build") -> TrainRun:
    return TrainRun(
        out=tmp_path / out,
        network=NetworkSpec(write_network(tmp_path, network)),
        config=config,
        device="cpu",
        cache=tmp_path / "cache",
    )


def start(photos: tuple[Path, Path], run: TrainRun, **more: object) -> TrainReport:
    data, problems = data_of_folder(*photos)
    return train(data, run, problems=problems, **more)


def weights_of(run: TrainRun) -> bytes:
    return (run.out / WEIGHTS).read_bytes()


def test_that_a_training_learns_and_its_card_scores_as_it_did(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    epochs: list[EpochFigures] = []
    seen: list[Progress] = []
    config = dataclasses.replace(CONFIG, learning_rate=0.05, epochs=15)
    run = run_of(tmp_path, config=config, network="build_pooling")
    report = start(photos, run, on_epoch=epochs.append, progress=seen.append)
    assert report.classes == CLASSES
    assert (report.images + report.held_out, report.epochs, report.skipped) == (24, 15, ())
    assert [figures.epoch for figures in epochs] == list(range(1, 16))
    assert epochs[-1].loss < 0.6 * epochs[0].loss
    assert report.validation_map == max(figures.validation_map for figures in epochs)
    assert any("loss" in progress.message and "mAP" in progress.message for progress in seen)
    assert seen[-1].done == seen[-1].total

    network = open_card(run.out, code=run.network.network)
    card = read_card(run.out)
    assert card.record["figures"]["validation_map"] == report.validation_map
    assert card.record["data"]["positives"]["red"] == 10
    assert card.class_names == CLASSES
    targets = [ClassTarget(name, (index,)) for index, name in enumerate(CLASSES)]
    scores = classify_image(network, load_upright(photos[0] / "002.png").rgb, targets)
    # picture 2 is blue alone
    assert scores[0] > 0 > max(scores[1:])
    assert not (run.out / CHECKPOINT).exists()


@pytest.mark.parametrize("config", [CONFIG, LIVE], ids=["frozen", "whole network"])
def test_that_the_same_training_gives_the_same_bits(
    tmp_path: Path, photos: tuple[Path, Path], config: TrainConfig
) -> None:
    runs = [run_of(tmp_path, out=out, config=config) for out in ("one", "two")]
    for run in runs:
        start(photos, run)
    assert weights_of(runs[0]) == weights_of(runs[1])
    other = run_of(tmp_path, out="three", config=dataclasses.replace(config, seed=1))
    start(photos, other)
    assert weights_of(other) != weights_of(runs[0])


def test_that_frozen_features_stay_as_they_were_and_all_of_a_whole_network_learns(
    tmp_path: Path, photos: tuple[Path, Path]
) -> None:
    changed = {}
    for name, config in (("frozen", CONFIG), ("live", LIVE)):
        run = run_of(tmp_path, out=name, config=config)
        before = dict(_build(run).named_parameters())
        start(photos, run)
        after = dict(open_card(run.out, code=run.network.network).module.named_parameters())
        changed[name] = {key for key in before if key in after and not torch.equal(before[key], after[key])}
    assert changed["frozen"] == {"hidden.weight", "hidden.bias"}
    assert changed["live"] >= {"convolution.weight", "convolution.bias", "norm.weight", "hidden.weight"}


def _build(run: TrainRun) -> torch.nn.Module:
    from wsl_annotator.networks.custom import open_custom

    return open_custom(run.network).module


def test_that_new_layers_learn_ten_times_as_fast(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    epochs: list[EpochFigures] = []
    config = dataclasses.replace(CONFIG, epochs=1, decades=0.0)
    start(photos, run_of(tmp_path, config=config), on_epoch=epochs.append)
    assert epochs[0].learning_rate == pytest.approx(0.2)


def test_that_the_papers_rate_falls_to_a_tenth_after_its_batches(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    epochs: list[EpochFigures] = []
    config = dataclasses.replace(
        PAPER, freeze="features", batches=9, step_batches=4, batch_size=6, width=8, oversampling="none"
    )
    start(photos, run_of(tmp_path, config=config), on_epoch=epochs.append)
    # 21 images teach: 4 batches an epoch
    assert [figures.learning_rate for figures in epochs] == pytest.approx([0.01, 0.001, 0.0001])


def run_child(tmp_path: Path, run: TrainRun, photos: tuple[Path, Path], *, stop_at: str) -> None:
    """Train in a child process until its progress says `stop_at` for the second time, then kill it."""
    code = f"""
import sys, time
from pathlib import Path
import torch
torch.set_num_threads({torch.get_num_threads()})
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.training.config import AugmentConfig, TrainConfig
from wsl_annotator.workflow.train import TrainRun, train
from wsl_annotator.workflow.train_data import data_of_folder

values = {run.config.to_dict()!r}
values["augment"] = AugmentConfig(**values["augment"])
run = TrainRun(out=Path({str(run.out)!r}), network=NetworkSpec({run.network.network!r}),
               config=TrainConfig(**values), device="cpu", cache=Path({str(run.cache)!r}))

steps = 0
def progress(value):
    global steps
    if value.message.startswith({stop_at!r}):
        steps += 1
    if steps == 2:
        print("here", flush=True)
        time.sleep(60)

data, _ = data_of_folder(Path({str(photos[0])!r}), Path({str(photos[1])!r}))
train(data, run, progress=progress)
"""
    child = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == "here\n"
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()


@pytest.mark.parametrize("config", [CONFIG, LIVE], ids=["frozen", "whole network"])
def test_that_a_training_killed_in_an_epoch_goes_on_to_the_same_bits(
    tmp_path: Path, photos: tuple[Path, Path], config: TrainConfig
) -> None:
    whole = run_of(tmp_path, out="whole", config=config)
    expected = start(photos, whole)
    killed = run_of(tmp_path, out="killed", config=config)
    run_child(tmp_path, killed, photos, stop_at="epoch 3 of")
    assert (killed.out / CHECKPOINT).is_file()
    assert not (killed.out / CARD).exists()
    epochs: list[EpochFigures] = []
    steps: list[str] = []
    report = start(photos, killed, on_epoch=epochs.append, progress=lambda value: steps.append(value.message))
    assert not any(message.startswith(("epoch 1 of", "epoch 2 of")) for message in steps)
    assert [figures.epoch for figures in epochs] == list(range(1, config.epochs + 1))
    assert weights_of(killed) == weights_of(whole)
    assert dataclasses.replace(report, seconds=0, card=whole.out) == dataclasses.replace(expected, seconds=0)
    cards = [json.loads((run.out / CARD).read_text(encoding="utf-8")) for run in (whole, killed)]
    assert cards[0] == cards[1]


def test_that_a_training_killed_while_features_are_computed_goes_on(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    run = run_of(tmp_path)
    run_child(tmp_path, run, photos, stop_at="features of 01")
    assert start(photos, run).epochs == 6


def _cancel_at(token: CancelToken, text: str) -> Callable[[Progress], None]:
    def stop(progress: Progress) -> None:
        if progress.message.startswith(text):
            token.cancel()

    return stop


def test_that_a_cancel_keeps_the_last_epoch_and_is_seen_at_once(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    token = CancelToken()
    run = run_of(tmp_path)
    moments: list[float] = []

    def stop(progress: Progress) -> None:
        if progress.message.startswith("epoch 4 of") and not token.is_cancelled:
            moments.append(time.monotonic())
            token.cancel()

    with pytest.raises(Cancelled):
        start(photos, run, cancel=token, progress=stop)
    assert time.monotonic() - moments[0] < 1
    assert sorted(path.name for path in run.out.iterdir()) == [CHECKPOINT, RECORD]
    uninterrupted = run_of(tmp_path, out="other")
    start(photos, uninterrupted)
    start(photos, run)
    assert weights_of(run) == weights_of(uninterrupted)


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ("data", "belongs to another data set"),
        ("settings", "belongs to other settings"),
        ("network", "belongs to another network"),
        ("damage", "is damaged"),
    ],
)
def test_that_a_checkpoint_of_another_training_is_refused_and_kept(
    tmp_path: Path, photos: tuple[Path, Path], change: str, text: str
) -> None:
    run = run_of(tmp_path)
    token = CancelToken()
    with pytest.raises(Cancelled):
        start(photos, run, cancel=token, progress=_cancel_at(token, "epoch 2 of"))
    checkpoint = run.out / CHECKPOINT
    if change == "data":
        photos[1].write_text(photos[1].read_text(encoding="utf-8").replace("005.png,1", "005.png,0"), encoding="utf-8")
    if change == "settings":
        run = dataclasses.replace(run, config=dataclasses.replace(CONFIG, batch_size=6))
    if change == "network":
        path = Path(run.network.network.rpartition(":")[0])
        path.write_text(path.read_text(encoding="utf-8").replace("manual_seed(3)", "manual_seed(4)"), encoding="utf-8")
    if change == "damage":
        checkpoint.write_bytes(checkpoint.read_bytes()[:500])
    before = checkpoint.read_bytes()
    with pytest.raises(TrainingError, match=text) as caught:
        start(photos, run)
    assert "--restart" in caught.value.hint
    assert checkpoint.read_bytes() == before
    assert start(photos, dataclasses.replace(run, restart=True)).epochs == 6


def test_that_a_finished_card_is_not_overwritten_unasked(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    run = run_of(tmp_path)
    start(photos, run)
    before = weights_of(run)
    with pytest.raises(TrainingError, match="finished network card"):
        start(photos, run)
    assert weights_of(run) == before


def test_that_a_loss_that_is_no_number_ends_in_one_sentence(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    run = run_of(tmp_path, config=dataclasses.replace(CONFIG, learning_rate=1e30))
    with pytest.raises(TrainingError, match=r"The loss became (nan|inf) in epoch") as caught:
        start(photos, run)
    assert "--learning-rate" in caught.value.hint
    assert not (run.out / CARD).exists()


def test_that_held_out_scores_that_are_no_numbers_end_in_one_sentence(
    tmp_path: Path, photos: tuple[Path, Path]
) -> None:
    # one batch an epoch: its loss is from before the step that breaks the weights
    config = dataclasses.replace(CONFIG, epochs=1, batch_size=50, learning_rate=1e30)
    run = run_of(tmp_path, config=config)
    with pytest.raises(TrainingError, match=r"The loss became nan .*epoch 1"):
        start(photos, run)
    assert not (run.out / CARD).exists()
    assert not (run.out / CHECKPOINT).exists()


def test_that_weights_that_the_last_step_broke_are_never_kept(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    config = dataclasses.replace(CONFIG, freeze="none", epochs=1, batch_size=50, validation_share=0.0)
    run = run_of(tmp_path, config=config)
    path = Path(run.network.network.rpartition(":")[0])
    # the root is 0, and so is what comes in: its slope there is infinite
    source = path.read_text(encoding="utf-8").replace(
        "self.norm(self.convolution(images)).relu()", "(0 * self.convolution(images)).sqrt()"
    )
    path.write_text(source, encoding="utf-8")
    with pytest.raises(TrainingError, match="The loss became nan at the end of epoch 1"):
        start(photos, run)
    assert not (run.out / CHECKPOINT).exists()


def test_that_training_ends_early_without_a_gain(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    config = dataclasses.replace(CONFIG, epochs=40, patience=3)
    report = start(photos, run_of(tmp_path, config=config))
    assert report.epochs == report.best_epoch + 3 < 40


def test_that_without_held_out_images_the_last_epoch_is_kept(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    config = dataclasses.replace(CONFIG, validation_share=0.0, patience=2)
    report = start(photos, run_of(tmp_path, config=config))
    assert (report.epochs, report.best_epoch, report.held_out, report.validation_map) == (6, 6, 0, None)
    assert (report.images, report.alpha) == (24, 0.0)


@pytest.mark.parametrize("config", [CONFIG, LIVE], ids=["frozen", "whole network"])
def test_that_an_image_that_cannot_be_decoded_is_named_and_the_rest_goes_on(
    tmp_path: Path, photos: tuple[Path, Path], config: TrainConfig
) -> None:
    for name in ("004.png", "009.png"):
        path = photos[0] / name
        path.write_bytes(path.read_bytes()[:60])
    report = start(photos, run_of(tmp_path, config=config))
    assert len(report.skipped) == 2
    assert all("left out of the training" in text for text in report.skipped)
    assert (tmp_path / "card" / CARD).is_file()


def test_that_images_none_of_which_can_be_read_are_one_sentence(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    data, _ = data_of_folder(*photos)
    for path in photos[0].iterdir():
        path.write_bytes(b"none")
    with pytest.raises(TrainingError, match="None of the labelled images can be read"):
        train(data, run_of(tmp_path))


def test_that_contradictory_labels_are_unknown_and_listed(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    with photos[1].open("a", encoding="utf-8") as file:
        file.write("002.png,0,0,0\n")
    data, problems = data_of_folder(*photos)
    row = data.names.index("002.png")
    assert data.labels[row].tolist() == [-1, 0, 0]
    assert any("002.png" in problem for problem in problems)


def test_that_a_class_that_nothing_can_be_learned_of_is_named_and_the_others_learn(
    tmp_path: Path, photos: tuple[Path, Path]
) -> None:
    lines = photos[1].read_text(encoding="utf-8").splitlines()
    text = "\n".join([lines[0] + ",never", *(line + ",0" for line in lines[1:])])
    photos[1].write_text(text + "\n", encoding="utf-8")
    report = start(photos, run_of(tmp_path))
    assert report.classes == CLASSES
    assert report.skipped == ("The class never was left out: no image is labelled with it.",)


def test_that_one_class_is_learned_by_a_sigmoid_and_refused_by_a_softmax(
    tmp_path: Path, photos: tuple[Path, Path]
) -> None:
    rows = [line.split(",")[:2] for line in photos[1].read_text(encoding="utf-8").splitlines()]
    photos[1].write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    report = start(photos, run_of(tmp_path))
    assert (report.classes, report.alpha) == (("blue",), 0.0)
    softmax = run_of(tmp_path, out="softmax", config=dataclasses.replace(CONFIG, activation="softmax"))
    with pytest.raises(NetworkError, match="needs two classes"):
        start(photos, softmax)


def test_that_a_softmax_head_learns_too(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    run = run_of(tmp_path, config=dataclasses.replace(CONFIG, activation="softmax", epochs=10))
    report = start(photos, run)
    assert report.validation_map > 0.85
    assert open_card(run.out, code=run.network.network).activation == "softmax"


def test_that_a_card_that_cannot_be_written_leaves_the_checkpoint(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    run = run_of(tmp_path)
    (run.out / CARD).mkdir(parents=True)
    with pytest.raises(TrainingError, match="finished network card"):
        start(photos, run)
    (run.out / CARD).rmdir()
    (run.out / WEIGHTS).mkdir()
    with pytest.raises(FormatError, match="is a folder"):
        start(photos, run)
    assert (run.out / CHECKPOINT).is_file()
    (run.out / WEIGHTS).rmdir()
    assert start(photos, run).epochs == 6


def test_that_a_file_in_the_way_of_the_cache_is_one_sentence(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    (tmp_path / "cache").write_text("no folder", encoding="utf-8")
    with pytest.raises(FormatError, match="cache could not be written"):
        start(photos, run_of(tmp_path))


def test_that_a_project_teaches_what_its_labels_say_and_is_only_read(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    create_project(tmp_path / "p.wsl", images=photos[0], labels=photos[1])
    before = (tmp_path / "p.wsl").read_bytes()
    with Project.open(tmp_path / "p.wsl", read_only=True) as project:
        data, problems = data_of_project(project)
    folder, _ = data_of_folder(*photos)
    assert (data.names, problems) == (folder.names, [])
    assert data.classes == folder.classes
    assert np.array_equal(data.labels, folder.labels)
    assert (tmp_path / "p.wsl").read_bytes() == before


def test_that_complete_labels_make_what_is_not_mentioned_absent(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    lines = [line.replace(",0", ",") for line in photos[1].read_text(encoding="utf-8").splitlines()]
    photos[1].write_text("\n".join(lines) + "\n", encoding="utf-8")
    create_project(tmp_path / "p.wsl", images=photos[0], labels=photos[1])
    with Project.open(tmp_path / "p.wsl", read_only=True) as project:
        unknown, _ = data_of_project(project)
        complete, _ = data_of_project(project, complete=True)
    assert set(np.unique(unknown.labels)) == {-1, 1}
    assert set(np.unique(complete.labels)) == {0, 1}
    with pytest.raises(TrainingError, match="No class can be learned"):
        train(unknown, run_of(tmp_path))


def test_that_the_command_trains_a_project_and_reports_each_epoch_as_json(
    tmp_path: Path, photos: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    create_project(tmp_path / "p.wsl", images=photos[0], labels=photos[1])
    code = write_network(tmp_path, "build_pooling")
    words = [str(tmp_path / "p.wsl"), "--out", str(tmp_path / "card"), "--network", code, "--head", "single"]
    words += ["--epochs", "2", "--cache", str(tmp_path / "cache"), "--device", "cpu", "--json"]
    parser = argparse.ArgumentParser()
    verb.VERB.add(parser)
    assert verb.VERB.run(parser.parse_args(words), Console(json_lines=True), CancelToken()) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    epochs = [event for event in events if event["event"] == "item"]
    assert [event["epoch"] for event in epochs] == [1, 2]
    assert epochs[0]["loss"] > 0
    assert events[-1]["event"] == "result"
    assert events[-1]["classes"] == list(CLASSES)
    assert read_card(tmp_path / "card").record["settings"]["head"] == "single"


def test_that_help_and_bad_options_of_the_command_load_no_torch(tmp_path: Path) -> None:
    code = (
        "import sys, argparse; from wsl_annotator.cli import train; p = argparse.ArgumentParser(); "
        "train.VERB.add(p); train.train_config(p.parse_args(['--out', 'x'])); p.format_help(); "
        "import wsl_annotator.workflow.train; "
        "sys.exit('torch' in sys.modules)"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    assert subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, check=False).returncode == 0


def test_that_a_card_is_the_start_of_another_training(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    first = run_of(tmp_path)
    start(photos, first)
    code = first.network.network
    second = dataclasses.replace(first, out=tmp_path / "second", network=NetworkSpec(str(first.out), code=code))
    assert start(photos, second).classes == CLASSES
    assert len(read_card(second.out).recipe.heads) == 2
    assert open_card(second.out, code=code).class_names == CLASSES
    spec = NetworkSpec(str(first.out), input_size=32)
    with pytest.raises(NetworkError, match="carries its own weights and settings"):
        start(photos, dataclasses.replace(second, out=tmp_path / "third", network=spec))


def test_that_a_card_on_the_bundled_network_needs_no_code(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    config = dataclasses.replace(CONFIG, epochs=1, variants=0)
    run = dataclasses.replace(run_of(tmp_path, config=config), network=NetworkSpec())
    start(photos, run)
    assert open_card(run.out).class_names == CLASSES
