"""The settings of a training say what will be learned, why it cannot start, and what an unfinished one allows."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from tests.helpers.training_photos import write_network
from wsl_annotator.gui.settings import Settings
from wsl_annotator.gui.training.code_memory import CodeMemory, code_hash
from wsl_annotator.gui.training.controller import free_folder
from wsl_annotator.gui.training.process import Outcome
from wsl_annotator.gui.training.train_dialog import TrainDialog
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.training.config import PAPER, QUICK, QUICK_WHOLE
from wsl_annotator.workflow.train_preview import ClassCounts, TrainPreview
from wsl_annotator.workflow.train_record import CHECKPOINT, TrainRecord, write_record


def preview(*counts: tuple[int, int, int], images: int = 20, labels: str = "now") -> TrainPreview:
    classes = tuple(
        ClassCounts(name=f"c{number}", positive=yes, negative=no, unknown=unknown)
        for number, (yes, no, unknown) in enumerate(counts)
    )
    return TrainPreview(images=images, classes=classes, left_out=(), labels=labels)


GOOD = preview((5, 15, 0), (4, 10, 6))


@pytest.fixture
def dialog(qtbot, tmp_path: Path) -> TrainDialog:
    made = TrainDialog(CodeMemory(Settings()))
    qtbot.addWidget(made)
    made.setup.show_project(tmp_path / "p.wsl", out=tmp_path / "p-network")
    made.show()
    return made


def show(dialog: TrainDialog, stated: TrainPreview, complete: TrainPreview | None = None) -> None:
    dialog.setup.show_previews(stated=stated, complete=complete or dataclasses.replace(stated, labels="complete"))


def unfinished(folder: Path, *, network: str = "bundled", labels: str = "now") -> TrainRecord:
    folder.mkdir(exist_ok=True)
    (folder / CHECKPOINT).touch()
    record = TrainRecord(
        network=NetworkSpec(network),
        config=dataclasses.replace(QUICK, seed=9),
        device="cpu",
        threads=1,
        labels=labels,
        classes=("c0",),
        epochs_done=3,
    )
    write_record(folder, record)
    return record


def test_that_nothing_starts_before_the_labels_are_counted(dialog: TrainDialog) -> None:
    assert "Reading" in dialog.problem
    assert not dialog.start_button.isEnabled()
    show(dialog, GOOD)
    assert dialog.problem == ""
    assert dialog.start_button.isEnabled()
    cells = [[dialog.setup.classes.item(row, column).text() for column in range(5)] for row in range(2)]
    assert cells == [["c0", "5", "15", "0", "learned"], ["c1", "4", "10", "6", "learned"]]


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        (preview((0, 0, 0), images=0), "No image has a label yet"),
        (preview((0, 20, 0)), "There is one class only, c0, and no image has it"),
        (preview((20, 0, 0)), "There is one class only, c0, and no image is known to be without it"),
        (preview((0, 20, 0), (0, 20, 0)), "No image is labelled with any class"),
        (preview((5, 0, 15), (9, 0, 11)), "no image is known to be without it"),
    ],
)
def test_that_a_reason_against_the_start_is_a_plain_sentence(
    dialog: TrainDialog, stated: TrainPreview, words: str
) -> None:
    show(dialog, stated)
    assert words in dialog.problem
    assert not dialog.start_button.isEnabled()


def test_that_a_class_that_cannot_be_learned_says_why_and_the_others_go_on(dialog: TrainDialog) -> None:
    show(dialog, preview((5, 15, 0), (0, 20, 0), (6, 0, 14)))
    verdicts = [dialog.setup.classes.item(row, 4).text() for row in range(3)]
    assert verdicts == ["learned", "left out: none has it", "left out: none is without it"]
    assert dialog.start_button.isEnabled()


def test_that_complete_labels_make_absent_what_is_not_labelled(dialog: TrainDialog) -> None:
    show(dialog, preview((5, 0, 15), (9, 0, 11)), preview((5, 15, 0), (9, 11, 0)))
    assert dialog.problem
    dialog.setup.complete.click()
    assert dialog.problem == ""
    assert dialog.setup.plan().complete is True


def test_that_the_fields_are_the_settings_of_the_plan(dialog: TrainDialog, tmp_path: Path) -> None:
    show(dialog, GOOD)
    form = dialog.setup.form
    plan = dialog.setup.plan()
    assert (plan.config, plan.network, plan.device) == (QUICK, NetworkSpec("bundled"), "auto")
    assert (plan.out, plan.restart, plan.complete) == (tmp_path / "p-network", False, False)
    form.freeze.setCurrentIndex(form.freeze.findData("none"))
    assert dialog.setup.plan().config == QUICK_WHOLE
    form.preset.setCurrentIndex(form.preset.findData("paper"))
    assert dialog.setup.plan().config == PAPER
    assert "400,000" in form.epochs.text()
    form.freeze.setCurrentIndex(form.freeze.findData("features"))
    form.head.setCurrentIndex(form.head.findData("single"))
    form.epochs.setValue(3)
    form.share.setValue(25)
    form.rate.setValue(0.01)
    form.seed.setValue(4)
    form.device.setCurrentText("cuda:0")
    form.out.set_path("there")
    plan = dialog.setup.plan()
    assert plan.config == dataclasses.replace(
        PAPER,
        freeze="features",
        head="single",
        epochs=3,
        batches=0,
        validation_share=0.25,
        learning_rate=0.01,
        seed=4,
    )
    assert (plan.device, plan.out) == ("cuda:0", tmp_path / "there")


def test_that_a_file_of_ones_own_runs_only_after_a_word_and_is_asked_for_again_when_changed(
    dialog: TrainDialog, tmp_path: Path
) -> None:
    show(dialog, GOOD)
    network, code = dialog.setup.form.network, write_network(tmp_path)
    network.set_network(code)
    assert "RUNS" in network._about.text()
    assert "net.py" in dialog.problem
    assert network.trust.isVisible()
    network.trust.click()
    assert dialog.problem == ""
    started = []
    dialog.start_wanted.connect(started.append)
    dialog.start_button.click()
    assert [plan.network.network for plan in started] == [code]
    network.set_network("bundled")
    network.set_network(code)
    assert not network.trust.isVisible()
    assert dialog.problem == ""
    with (tmp_path / "net.py").open("a") as file:
        file.write("# more\n")
    network.set_network("bundled")
    network.set_network(code)
    assert network.trust.isVisible()
    assert not dialog.start_button.isEnabled()


@pytest.mark.parametrize("name", ["", "no_such_net", "/nowhere/net.py:build"])
def test_that_an_unknown_network_is_one_sentence(dialog: TrainDialog, name: str) -> None:
    show(dialog, GOOD)
    dialog.setup.form.network.set_network(name)
    assert dialog.problem.startswith("There is no")
    assert not dialog.start_button.isEnabled()


def test_that_a_folder_that_cannot_take_the_network_is_told(dialog: TrainDialog, tmp_path: Path) -> None:
    show(dialog, GOOD)
    (tmp_path / "done").mkdir()
    (tmp_path / "done" / "card.json").touch()
    (tmp_path / "file").touch()
    for name, words in (("done", "finished network"), ("file", "cannot become a folder"), ("", "Choose the folder")):
        dialog.setup.form.out.set_path(tmp_path / name if name else "")
        dialog.setup.look()
        assert words in dialog.problem
        assert not dialog.start_button.isEnabled()


def test_that_an_unfinished_training_of_these_labels_can_resume_as_it_was(dialog: TrainDialog, tmp_path: Path) -> None:
    record = unfinished(tmp_path / "p-network")
    dialog.setup.look()
    show(dialog, GOOD)
    assert "after epoch 3 of 20" in dialog.setup._unfinished.text()
    plans = []
    dialog.start_wanted.connect(plans.append)
    dialog.resume_button.click()
    dialog.start_button.click()
    resumed, over = plans
    assert (resumed.config, resumed.device, resumed.threads) == (record.config, "cpu", 1)
    assert (resumed.restart, over.restart) == (False, True)
    assert over.config == QUICK


def test_that_complete_labels_of_an_unfinished_training_are_remembered(dialog: TrainDialog, tmp_path: Path) -> None:
    unfinished(tmp_path / "p-network", labels="complete")
    dialog.setup.look()
    show(dialog, GOOD)
    assert dialog.setup.complete.isChecked()
    assert dialog.setup.resume_plan().complete is True


def test_that_an_unfinished_training_of_other_labels_can_only_start_over(dialog: TrainDialog, tmp_path: Path) -> None:
    unfinished(tmp_path / "p-network", labels="others")
    dialog.setup.look()
    show(dialog, GOOD)
    assert not dialog.resume_button.isEnabled()
    assert "labels have changed" in dialog.setup._unfinished.text()
    assert dialog.start_button.text() == "Start over"


def test_that_a_folder_of_another_person_cannot_make_a_file_run(dialog: TrainDialog, tmp_path: Path) -> None:
    code = write_network(tmp_path)
    unfinished(tmp_path / "p-network", network=code)
    dialog.setup.look()
    show(dialog, GOOD)
    assert not dialog.resume_button.isEnabled()
    assert "net.py" in dialog.setup._unfinished.text()
    dialog.setup.form.network.set_network(code)
    dialog.setup.form.network.trust.click()
    assert dialog.resume_button.isEnabled()


def test_that_a_failure_shows_its_sentence_and_the_way_back(dialog: TrainDialog) -> None:
    show(dialog, GOOD)
    dialog.show_run()
    dialog.show_outcome(Outcome(kind="failed", text="The disk is full.", hint="Free some space."))
    assert dialog.run.error.text() == "The disk is full. Free some space."
    assert dialog.run.error.isVisible()
    assert not dialog.resume_button.isVisible()
    dialog.back_button.click()
    assert dialog.at_setup
    dialog.show_run()
    assert not dialog.run.error.isVisible()


def test_that_a_network_goes_beside_its_project_and_never_over_a_finished_one(tmp_path: Path) -> None:
    project = tmp_path / "dogs.wsl"
    assert free_folder(project) == tmp_path / "dogs-network"
    (tmp_path / "dogs-network").mkdir()
    assert free_folder(project) == tmp_path / "dogs-network"
    (tmp_path / "dogs-network" / "card.json").touch()
    assert free_folder(project) == tmp_path / "dogs-network-2"


def test_that_the_code_of_a_card_is_found_by_its_content(tmp_path: Path) -> None:
    memory = CodeMemory(Settings())
    code = write_network(tmp_path)
    digest = code_hash(code)
    assert memory.code_of(digest) == ""
    memory.allow(code)
    assert memory.code_of(digest) == code
    card = tmp_path / "card"
    card.mkdir()
    network = {"kind": "code", "name": "net.py:build", "code_sha256": digest}
    values = {"format": 1, "network": network, "class_names": ["a"], "cooccurrence": [], "alpha": 0, "record": {}}
    (card / "card.json").write_text(json.dumps(values), encoding="utf-8")
    assert memory.code_for(str(card)) == code
    assert CodeMemory(Settings()).code_for(str(card)) == code
    (tmp_path / "net.py").write_text("other", encoding="utf-8")
    assert memory.code_for(str(card)) is None
    assert memory.code_for("bundled") is None
    assert memory.code_for(code) is None
