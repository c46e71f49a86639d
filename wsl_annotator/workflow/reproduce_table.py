"""One table of the paper: its experiments, and what is printed beside what was measured."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import PAPER, LocalizerConfig
from wsl_annotator.core.progress import Progress, ProgressCallback, ignore_progress
from wsl_annotator.evaluation.average_precision import Interpolation
from wsl_annotator.evaluation.report import EvaluationReport
from wsl_annotator.formats.atomic import write_json
from wsl_annotator.networks.card_file import is_card
from wsl_annotator.networks.families import BY_NAME
from wsl_annotator.networks.spec import NetworkSpec, is_code
from wsl_annotator.training.config import QUICK, TrainConfig
from wsl_annotator.workflow.reproduce import CARD_FOLDER, Experiment, ReproduceRun, reproduce
from wsl_annotator.workflow.reproduce_data import SOURCES, read_data
from wsl_annotator.workflow.reproduce_paper import (
    DIFFERENCES,
    NETWORKS,
    SECONDS_AN_OBJECT,
    TABLES,
    VOC_CLASSES,
    PaperTable,
    trial_note,
)
from wsl_annotator.workflow.side_thread import run_aside

if TYPE_CHECKING:
    from wsl_annotator.training.figures import EpochFigures


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRun:
    """Which table, on which data, and how; free of torch.

    Attributes:
        table: 1 to 4.
        data: the devkit or COCO folder.
        out: folder of everything that is made: one folder an experiment, and `table<N>-<training>-<search>.json`.
        networks: to train; empty for those of the table.
        weights: local ImageNet weights of the one network, or None.
        train: the settings of the training.
        search: the localizer with its settings.
        limit: images of each set, drawn at random; None takes all.
        device: `auto`, `cpu` or `cuda:N`.
        threads: of torch on the CPU; None takes half of the processors.
        cache: folder of frozen features; None takes the platform's cache folder.
        restart: throw finished stages away.
    """

    table: int
    data: Path
    out: Path
    networks: tuple[str, ...] = ()
    weights: Path | None = None
    train: TrainConfig = QUICK
    search: LocalizerConfig = PAPER
    limit: int | None = None
    device: str = "auto"
    threads: int | None = None
    cache: Path | None = None
    restart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One network's figures beside the print, in percent.

    Attributes:
        network: that was trained.
        reference: the network of the paper whose figures stand beside it.
        is_paper_network: whether the two are the same.
        means: measure -> (printed, ours); NaN where there is none.
        by_class: class -> measure -> (printed, ours).
        experiment: everything else.
    """

    network: str
    reference: str
    is_paper_network: bool
    means: Mapping[str, tuple[float, float]]
    by_class: Mapping[str, Mapping[str, tuple[float, float]]]
    experiment: Experiment


@dataclass(frozen=True, slots=True, kw_only=True)
class TableResult:
    """What came of a table.

    Attributes:
        run: what was asked for.
        table: the paper's.
        comparisons: one a network.
        record: the JSON file with every figure and setting.
    """

    run: TableRun
    table: PaperTable
    comparisons: tuple[Comparison, ...] = field(default=())
    record: Path = Path()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What makes the figures no figures of the paper's experiment: one sentence each."""
        found = [] if self.run.limit is None else [trial_note(self.run.limit)]
        found += [
            f"{short_name(entry.network)} is no network of this table; {NETWORKS[entry.reference]}'s printed figures "
            "stand beside it."
            for entry in self.comparisons
            if not entry.is_paper_network
        ]
        if self.run.train.preset != "paper":
            found.append(
                f"Trained with the preset {self.run.train.preset}; the paper trained 400,000 batches of the whole "
                "network (--preset-train paper)."
            )
        if self.run.search.preset != "paper":
            found.append(f"Searched with the preset {self.run.search.preset}, not with the paper's search.")
        return tuple(found)


def reproduce_table(
    run: TableRun,
    *,
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
    on_epoch: Callable[[EpochFigures], None] | None = None,
    notice: Callable[[str], None] | None = None,
) -> TableResult:
    """Do a table's experiments and write what is printed beside what was measured.

    Tables 1 and 4 share their experiment: the second of them finds its stages finished.

    Args:
        run: what to do.
        cancel: seen at every image and batch.
        progress: told of every image, with network and stage.
        on_epoch: told of each epoch's figures.
        notice: told what a person should know while it runs.

    Raises:
        FormatError: data are missing (the hint says what to download), or a file cannot be read or written.
        TrainingError: the labels or the course of the training do not allow to go on.
        NetworkError: the network or its weights cannot be used.
        Cancelled: the token was set; what was finished is kept.
    """
    token = cancel or CancelToken()
    table = TABLES[run.table]
    names = run.networks or tuple(table.printed)
    progress(Progress(done=0, total=0, message=f"reading {SOURCES[table.data].title}"))
    data = run_aside(
        lambda: read_data(table.data, run.data, limit=run.limit, seed=run.train.seed, cancel=token), cancel=token
    )
    experiments = [_experiment_of(run, table, name) for name in names]
    _fetch_weights(experiments, token, progress)
    comparisons = []
    for name, one in zip(names, experiments, strict=True):
        experiment = reproduce(
            one,
            data,
            cancel=token,
            progress=_named(progress, name) if len(names) > 1 else progress,
            on_epoch=on_epoch,
            notice=notice,
        )
        comparisons.append(_compared(table, name, experiment))
    trial = "" if run.limit is None else f"-limit{run.limit}"
    record = run.out / f"table{run.table}-{run.train.preset}-{run.search.preset}{trial}.json"
    result = TableResult(run=run, table=table, comparisons=tuple(comparisons), record=record)
    write_json(record, record_of(result), indent=1)
    return result


def _experiment_of(run: TableRun, table: PaperTable, network: str) -> ReproduceRun:
    part = run.train.preset if run.limit is None else f"{run.train.preset}-limit{run.limit}"
    interpolation: Interpolation = 11 if table.data == "voc2007" else "area"
    return ReproduceRun(
        data=table.data,
        out=run.out / f"{table.data}-{short_name(network)}-{part}",
        title=NETWORKS.get(network, short_name(network)),
        # what the old outputs mean is of no account, but a network of one's own has to say it
        network=NetworkSpec(network, weights=run.weights, activation="softmax" if is_code(network) else None),
        train=run.train,
        search=run.search,
        interpolation=interpolation,
        limit=run.limit,
        device=run.device,
        threads=run.threads,
        cache=run.cache,
        restart=run.restart,
    )


def _fetch_weights(experiments: Sequence[ReproduceRun], cancel: CancelToken, progress: ProgressCallback) -> None:
    """Fetch what is missing before hours of work on the first network, not after them."""
    for one in experiments:
        trained = is_card(str(one.out / CARD_FOLDER)) and not one.restart
        if one.network.network in BY_NAME and one.network.weights is None and not trained:
            from wsl_annotator.networks.catalog import pull_network

            pull_network(one.network.network, progress=progress, cancel=cancel)


def _named(progress: ProgressCallback, name: str) -> ProgressCallback:
    def tell(inner: Progress) -> None:
        progress(Progress(inner.done, inner.total, f"{name}, {inner.message}", inner.eta_s))

    return tell


def short_name(network: str) -> str:
    """Return a network's name without folders, as it may stand in a file name."""
    path, _, callable_name = network.rpartition(":") if is_code(network) else ("", "", network)
    return f"{Path(path).stem}-{callable_name}" if path else Path(callable_name).name


def _compared(table: PaperTable, network: str, experiment: Experiment) -> Comparison:
    reference = network if network in table.printed else next(iter(table.printed))
    printed = table.printed[reference]
    report = experiment.measured.report
    means = {name: (printed.means.get(name, math.nan), 100 * getattr(report.mean, name)) for name in table.measures}
    by_class: dict[str, dict[str, tuple[float, float]]] = {}
    for entry in report.classes:
        row = {}
        for name in table.measures:
            cells = printed.by_class.get(name, ())
            known = cells and entry.name in VOC_CLASSES
            cell = cells[VOC_CLASSES.index(entry.name)] if known else math.nan
            row[name] = (cell, 100 * getattr(entry.figures, name))
        by_class[entry.name] = row
    return Comparison(
        network=network,
        reference=reference,
        is_paper_network=reference == network,
        means=means,
        by_class=by_class,
        experiment=experiment,
    )


def record_of(result: TableResult) -> dict[str, Any]:
    """Return everything as JSON types: what is printed, what was measured, and every setting."""
    table = result.table
    return {
        "paper": "Bency et al. 2016, Weakly Supervised Localization using Deep Feature Maps",
        "table": table.number,
        "title": table.title,
        "trial": result.run.limit is not None,
        "warnings": list(result.warnings),
        "unit": "percent",
        "experiments": [_comparison_record(entry) for entry in result.comparisons],
        "others_printed": list(table.others),
        "errors_in_print": list(table.errors),
        "notes": list(table.notes),
        "differences": list(DIFFERENCES),
    }


def _comparison_record(entry: Comparison) -> dict[str, Any]:
    experiment = entry.experiment
    measured = experiment.measured
    return {
        "network": entry.network,
        "printed_network": entry.reference,
        "means": {name: _pair(values) for name, values in entry.means.items()},
        "by_class": {
            name: {measure: _pair(values) for measure, values in row.items()} for name, row in entry.by_class.items()
        },
        "all_measures": _percent(measured.report),
        "with_cooccurrence": {
            "alpha": measured.alpha,
            "classification_ap": _number(100 * measured.classification_ap),
            "point_ap": _number(100 * measured.point_ap),
        },
        "threshold_0.5": {name: _number(100 * value) for name, value in measured.cold_ap50.items()},
        "thresholds": {
            name: {
                "threshold": choice.threshold,
                "held_out_ap50": _number(100 * choice.ap50),
                "held_out_ap50_at_0.5": _number(100 * choice.ap50_cold),
                "held_out_boxes": choice.boxes,
            }
            for name, choice in experiment.taus.items()
        },
        "seconds_an_image_and_class": {"printed": SECONDS_AN_OBJECT, "ours": _number(measured.seconds_a_pair)},
        "images": dict(zip(("train", "held_out", "test"), experiment.images, strict=True)),
        "searched_images_and_classes": measured.pairs,
        "page": str(experiment.page),
        "settings": dict(experiment.settings),
        "left_out": list(experiment.skipped),
    }


def _percent(report: EvaluationReport) -> dict[str, float | None]:
    values = report.to_json()["mean"]
    return {name: value if value is None or name == "ratio" else _number(100 * value) for name, value in values.items()}


def _pair(values: Sequence[float]) -> dict[str, float | None]:
    return {"printed": _number(values[0]), "ours": _number(values[1])}


def _number(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 4)
