"""Jobs of the inspector's own thread, and those it hands to the network's process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import FormatError, ImageError
from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.services.job import Bench, Job
from wsl_annotator.imaging.decode import DecodedImage, load_upright
from wsl_annotator.workflow.inspect import inspection_of, write_strip
from wsl_annotator.workflow.trace_compare import Comparison, compare_traces
from wsl_annotator.workflow.trace_crops import FeatureEnergy, crop_pictures, feature_energy
from wsl_annotator.workflow.trace_file import check_photo, read_run, write_run
from wsl_annotator.workflow.trace_gif import write_gif
from wsl_annotator.workflow.trace_run import ReplayVerdict, TraceRun, check_replay


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedRun:
    """A search ready to be shown.

    Attributes:
        run: the search.
        verdict: of its replay; None where the localizer does not search.
        image: the photo; None where it was not found.
        photo: where the photo lies; None where it was not found.
        warning: a sentence, or empty.
    """

    run: TraceRun
    verdict: ReplayVerdict | None
    image: DecodedImage | None
    photo: Path | None
    warning: str = ""


@dataclass(frozen=True, slots=True)
class OpenRunJob(Job):
    """Replay a search and read its photo, if that is not there yet; without a photo that fits it is shown alone."""

    search: TraceRun
    photo: Path
    image: DecodedImage | None = None

    def run(self, bench: Bench) -> OpenedRun:
        """Return the search, with its photo where that fits."""
        verdict = _verdict(self.search)
        bench.cancel.raise_if_cancelled()
        try:
            image = self.image if self.image is not None else load_upright(self.photo)
            warning = check_photo(self.search, image, self.photo)
        except (ImageError, FormatError) as error:
            return OpenedRun(run=self.search, verdict=verdict, image=None, photo=None, warning=str(error))
        return OpenedRun(run=self.search, verdict=verdict, image=image, photo=self.photo, warning=warning)


@dataclass(frozen=True, slots=True)
class ChoosePhotoJob(Job):
    """Read the photo that a person says a search is of."""

    search: TraceRun
    photo: Path

    def run(self, bench: Bench) -> OpenedRun:
        """Return the search with it."""
        image = load_upright(self.photo)
        bench.cancel.raise_if_cancelled()
        warning = check_photo(self.search, image, self.photo)
        return OpenedRun(run=self.search, verdict=_verdict(self.search), image=image, photo=self.photo, warning=warning)


@dataclass(frozen=True, slots=True)
class OpenTraceJob(Job):
    """Read a stored trace, and its photo from the first place where it lies."""

    path: Path
    folders: tuple[Path, ...]

    def run(self, bench: Bench) -> OpenedRun:
        """Return the search, without a photo where there is none that fits."""
        found = read_run(self.path)
        verdict, warning = _verdict(found), ""
        for folder in (self.path.parent, *self.folders):
            bench.cancel.raise_if_cancelled()
            photo = folder / Path(found.file_name).name
            if photo.is_file():
                try:
                    image = load_upright(photo)
                    warning = check_photo(found, image, photo)
                except (ImageError, FormatError) as error:
                    warning = error.user_text
                    continue
                return OpenedRun(run=found, verdict=verdict, image=image, photo=photo, warning=warning)
        return OpenedRun(run=found, verdict=verdict, image=None, photo=None, warning=warning)


def _verdict(run: TraceRun) -> ReplayVerdict | None:
    return None if run.trace is None else check_replay(run)


@dataclass(frozen=True, slots=True)
class CropPictures:
    """Crops of one run."""

    side: str
    rows: tuple[int, ...]
    pictures: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class CropsJob(Job):
    """Cut the crops of some candidates as the network saw them; no network is needed, but its process, as torch cuts.

    Whatever the network does goes on after it.
    """

    urgent: ClassVar[bool] = True

    side: str
    image: DecodedImage
    rows: tuple[int, ...]
    boxes: NDArray[np.float64]
    filled: tuple[Box, ...]

    def run(self, bench: Bench) -> CropPictures:
        """Return the crops."""
        pictures = crop_pictures(self.image, self.boxes, filled=self.filled, cancel=bench.cancel)
        return CropPictures(self.side, self.rows, pictures)


@dataclass(frozen=True, slots=True)
class CompareJob(Job):
    """Find where two searches part."""

    first: TraceRun
    second: TraceRun

    def run(self, bench: Bench) -> Comparison:
        """Return the differences."""
        bench.cancel.raise_if_cancelled()
        assert self.first.trace is not None and self.second.trace is not None  # noqa: PT018
        return compare_traces(self.first.trace, self.second.trace)


@dataclass(frozen=True, slots=True)
class ExportJob(Job):
    """Write a search as JSON, as a strip of pictures or as an animation, by the file's suffix."""

    search: TraceRun
    image: DecodedImage | None
    path: Path

    def run(self, bench: Bench) -> Path:
        """Return the file."""
        suffix = self.path.suffix.lower()
        if suffix == ".json":
            write_run(self.search, self.path)
        elif self.image is None:
            raise ImageError(f"{self.path} was not written: the photo of this search is not open.", "Choose the photo.")
        elif suffix == ".gif":
            write_gif(self.image, self.search, self.path, cancel=bench.cancel, progress=bench.progress)
        else:
            bench.progress(Progress(done=0, total=1))
            write_strip(inspection_of(self.search, self.image, self.path), self.path)
        return self.path


@dataclass(frozen=True, slots=True)
class EnergyResult:
    """The energy of one feature map, or that the network of the run is not open."""

    side: str
    row: int
    energy: FeatureEnergy | None


@dataclass(frozen=True, slots=True)
class EnergyJob(Job):
    """Ask the open network, in its process, for the feature map that a candidate was scored from; it opens none."""

    urgent: ClassVar[bool] = True

    side: str
    search: TraceRun
    row: int
    image: DecodedImage

    def run(self, bench: Bench) -> EnergyResult:
        """Return the energy; None in it where another network or none is open."""
        from wsl_annotator.workflow.engine import Engine

        trace = self.search.trace
        engines: Sequence[Engine] = [thing for thing in bench.shelf.values() if isinstance(thing, Engine)]
        fitting = [one for one in engines if one.identity.network_hash == self.search.settings.get("network_hash")]
        if trace is None or not fitting:
            return EnergyResult(self.side, self.row, None)
        energy = feature_energy(fitting[0], self.image, trace, self.row, self.search)
        return EnergyResult(self.side, self.row, energy)
