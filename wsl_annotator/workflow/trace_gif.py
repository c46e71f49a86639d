"""A search as an animated GIF: the beam's boxes and the heat map grow, one frame a level."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.progress import Progress, ProgressCallback, ignore_progress
from wsl_annotator.formats.atomic import atomic_write_bytes
from wsl_annotator.imaging.decode import DecodedImage
from wsl_annotator.imaging.overlay import OverlayBox
from wsl_annotator.workflow.overlays import BOX_COLOR, heat_raster
from wsl_annotator.workflow.trace_figures import heat_until
from wsl_annotator.workflow.trace_run import TraceRun
from wsl_annotator.workflow.trace_strip import draw_level

LONGEST_SIDE = 480
FRAME_MS, LAST_MS = 600, 2500
COLORS = 256


def draw_frames(
    image: DecodedImage,
    run: TraceRun,
    *,
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
) -> list[Image.Image]:
    """Return one RGB frame a level, from 0 (the photo alone) to the deepest, which shows the extracted boxes too.

    What the search did not see is marked in all of them.

    Args:
        image: upright pixels, or a reduced copy.
        run: a search with a trace.
        cancel: checked before each frame.
        progress: told after each frame.

    Raises:
        ValueError: the localizer does not search.
        Cancelled: the token was set.
    """
    trace = run.trace
    if trace is None:
        raise ValueError("there are no levels to draw")
    small = Image.fromarray(image.rgb)
    shrink = min(1.0, LONGEST_SIDE / max(small.size))
    size = (max(1, round(small.width * shrink)), max(1, round(small.height * shrink)))
    name = run.localization.class_name
    found = [OverlayBox(one.box, f"{name} {one.score:.2f}", BOX_COLOR) for one in run.boxes]
    frames = []
    for level in range(trace.depth + 1):
        if cancel is not None:
            cancel.raise_if_cancelled()
        is_last = level == trace.depth
        frame = draw_level(
            image,
            trace,
            level,
            scope=run.scope,
            heat=heat_raster(heat_until(run, level), width=image.width, height=image.height),
            found=found[::-1] if is_last else (),
            point=run.localization.point if is_last else None,
            caption=f"{name}: level {level} of {trace.depth}",
        )
        frames.append(frame.resize(size, Image.Resampling.LANCZOS))
        progress(Progress(done=level + 1, total=trace.depth + 1, message=f"frame {level + 1} of {trace.depth + 1}"))
    return frames


def write_gif(
    image: DecodedImage,
    run: TraceRun,
    path: Path,
    *,
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
) -> None:
    """Write the frames as a GIF that repeats for ever, with one palette for all frames, so that nothing flickers.

    Raises:
        FormatError: another suffix, a localizer that does not search, or a file that cannot be written; an older
            one is unchanged.
        Cancelled: the token was set.
    """
    if path.suffix.lower() != ".gif":
        raise FormatError(f"The animation {path} must end in .gif.", "Choose another name.")
    if run.trace is None:
        raise FormatError(
            f"{path} was not written: a localizer that does not search has no levels to animate.",
            "Use the beam search, or a strip.",
        )
    frames = draw_frames(image, run, cancel=cancel, progress=progress)
    palette = _palette(frames)
    coded = [frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame in frames]
    durations = [FRAME_MS] * (len(coded) - 1) + [LAST_MS]
    with atomic_write_bytes(path) as stream:
        coded[0].save(stream, "GIF", save_all=True, append_images=coded[1:], duration=durations, loop=0, optimize=False)


def _palette(frames: list[Image.Image]) -> Image.Image:
    """Return a palette of the first, the middle and the last frame together."""
    chosen = [frames[0], frames[len(frames) // 2], frames[-1]]
    width, height = frames[0].size
    sheet = Image.new("RGB", (width, height * len(chosen)))
    for number, frame in enumerate(chosen):
        sheet.paste(frame, (0, number * height))
    return sheet.quantize(colors=COLORS, method=Image.Quantize.MEDIANCUT)
