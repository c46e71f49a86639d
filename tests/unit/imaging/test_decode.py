"""One loader for everything: upright, 8-bit RGB, and one sentence for what cannot be read."""

import hashlib
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from wsl_annotator.core.errors import ImageError
from wsl_annotator.imaging.decode import MAX_PIXELS, load_upright, read_draft, read_size

# 2 x 3 blocks of 16 px: red green / blue white / black yellow, so that every turn is seen in the corners
COLORS = np.array(
    [[(255, 0, 0), (0, 255, 0)], [(0, 0, 255), (255, 255, 255)], [(0, 0, 0), (255, 255, 0)]], dtype=np.uint8
)
UPRIGHT = COLORS.repeat(16, axis=0).repeat(16, axis=1)

# how a camera stores an upright picture under each EXIF orientation
STORED = {
    1: lambda a: a,
    2: lambda a: a[:, ::-1],
    3: lambda a: a[::-1, ::-1],
    4: lambda a: a[::-1],
    5: lambda a: a.transpose(1, 0, 2),
    6: lambda a: a.transpose(1, 0, 2)[::-1],
    7: lambda a: a[::-1, ::-1].transpose(1, 0, 2),
    8: lambda a: a.transpose(1, 0, 2)[:, ::-1],
}


def save(array: np.ndarray, path: Path, **options: object) -> Path:
    Image.fromarray(np.ascontiguousarray(array)).save(path, **options)
    return path


def with_orientation(array: np.ndarray, path: Path, orientation: int) -> Path:
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"quality": 95, "subsampling": 0} if path.suffix == ".jpg" else {}
    return save(STORED[orientation](array), path, exif=exif, **options)


def png_of_rows(
    path: Path, *, width: int, height: int, row: bytes, rows: int | None = None, color_type: int = 2
) -> Path:
    """Write an 8-bit PNG with one repeated row, without holding it in memory."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(1)
    block = (b"\x00" + row) * 100
    data = b"".join(packer.compress(block) for _ in range((height if rows is None else rows) // 100)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, color_type, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b""))
    return path


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tif"])
def test_that_every_exif_orientation_is_shown_upright_with_upright_sizes(
    tmp_path: Path, orientation: int, suffix: str
) -> None:
    path = with_orientation(UPRIGHT, tmp_path / f"turned{suffix}", orientation)
    image = load_upright(path)
    assert (image.width, image.height) == read_size(path) == (32, 48)
    assert image.rgb.shape == (48, 32, 3)
    middles = image.rgb[8::16, 8::16].astype(int)
    assert np.abs(middles - COLORS).max() <= 24  # JPEG and WebP lose a little


def test_that_an_unknown_orientation_counts_as_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 9
    path = save(UPRIGHT, tmp_path / "nine.png", exif=exif)
    assert np.array_equal(load_upright(path).rgb, UPRIGHT)


def test_that_channels_are_red_green_blue(tmp_path: Path) -> None:
    path = save(UPRIGHT, tmp_path / "colors.bmp")
    assert load_upright(path).rgb[0, 0].tolist() == [255, 0, 0]
    assert load_upright(path).rgb[16, 0].tolist() == [0, 0, 255]


def test_that_the_hash_is_that_of_the_file_and_pixels_are_writable_and_contiguous(tmp_path: Path) -> None:
    path = save(UPRIGHT, tmp_path / "a.png")
    image = load_upright(path)
    assert image.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert image.scale == 1.0
    assert image.rgb.dtype == np.uint8
    assert image.rgb.flags["C_CONTIGUOUS"]
    assert image.rgb.flags["WRITEABLE"]


def test_that_cmyk_becomes_rgb(tmp_path: Path) -> None:
    path = tmp_path / "print.jpg"
    Image.fromarray(UPRIGHT).convert("CMYK").save(path, quality=95, subsampling=0)
    assert np.abs(load_upright(path).rgb[8::16, 8::16].astype(int) - COLORS).max() <= 24


def test_that_a_palette_becomes_its_colours(tmp_path: Path) -> None:
    path = tmp_path / "palette.png"
    Image.fromarray(UPRIGHT).quantize(8).save(path)
    assert np.array_equal(load_upright(path).rgb, UPRIGHT)


def test_that_transparent_palette_entries_lie_on_white(tmp_path: Path) -> None:
    path = tmp_path / "clear.gif"
    image = Image.new("P", (4, 4), 1)
    image.putpalette([0, 0, 0, 200, 10, 20])
    image.putpixel((0, 0), 0)
    image.save(path, transparency=0)
    rgb = load_upright(path).rgb
    assert rgb[0, 0].tolist() == [255, 255, 255]
    assert rgb[3, 3].tolist() == [200, 10, 20]


@pytest.mark.parametrize(("mode", "pixel", "expected"), [("RGBA", (0, 0, 200, 128), 127), ("LA", (0, 128), 127)])
def test_that_half_transparency_is_mixed_with_white(
    tmp_path: Path, mode: str, pixel: tuple[int, ...], expected: int
) -> None:
    path = tmp_path / "half.png"
    Image.new(mode, (3, 3), pixel).save(path)
    assert abs(int(load_upright(path).rgb[1, 1, 0]) - expected) <= 1


def test_that_one_bit_images_are_black_and_white(tmp_path: Path) -> None:
    path = tmp_path / "fax.png"
    image = Image.new("1", (5, 2), 1)
    image.putpixel((0, 0), 0)
    image.save(path)
    rgb = load_upright(path).rgb
    assert rgb[0, 0].tolist() == [0, 0, 0]
    assert rgb[1, 4].tolist() == [255, 255, 255]


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_that_a_12_bit_scan_in_16_bits_fills_the_range(tmp_path: Path, suffix: str) -> None:
    values = np.linspace(1000, 4095, 10_000).astype(np.uint16).reshape(100, 100)
    grey = load_upright(save(values, tmp_path / f"scan{suffix}")).rgb[..., 0]
    # the percentiles .5 and 99.5 of an even ramp: everything outside is clipped
    low, high = np.percentile(values, (0.5, 99.5))
    expected = np.clip(np.rint((values - low) / (high - low) * 255), 0, 255)
    assert np.abs(grey.astype(int) - expected).max() <= 1
    assert (grey.min(), grey.max()) == (0, 255)


def test_that_a_few_hot_pixels_do_not_darken_a_16_bit_image(tmp_path: Path) -> None:
    values = np.linspace(100, 400, 10_000).astype(np.uint16).reshape(100, 100)
    values[0, :3] = 65535
    assert 120 <= np.median(load_upright(save(values, tmp_path / "hot.png")).rgb) <= 135


def test_that_a_flat_16_bit_image_is_grey_and_a_mostly_flat_one_keeps_its_objects(tmp_path: Path) -> None:
    flat = np.full((50, 50), 777, dtype=np.uint16)
    assert np.unique(load_upright(save(flat, tmp_path / "flat.png")).rgb).tolist() == [128]
    flat[3, 3] = 900
    assert load_upright(save(flat, tmp_path / "dot.png")).rgb[3, 3].tolist() == [255, 255, 255]


def test_that_a_float_tiff_with_holes_is_shown(tmp_path: Path) -> None:
    values = np.linspace(-1, 1, 2500, dtype=np.float32).reshape(50, 50)
    values[0, 0], values[49, 49] = np.nan, np.inf
    grey = load_upright(save(values, tmp_path / "float.tif")).rgb[..., 0]
    assert grey[0, 0] == 0
    assert grey[49, 49] == 255
    assert abs(int(grey[25, 0]) - 128) <= 2


def test_that_an_image_of_one_pixel_is_read(tmp_path: Path) -> None:
    path = save(np.array([[[9, 8, 7]]], dtype=np.uint8), tmp_path / "one.png")
    assert load_upright(path).rgb.tolist() == [[[9, 8, 7]]]
    assert read_size(path) == (1, 1)


def test_that_the_first_frame_of_an_animation_is_taken(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (6, 6), color) for color in ("red", "blue")]
    path = tmp_path / "moving.gif"
    frames[0].save(path, save_all=True, append_images=frames[1:])
    assert load_upright(path).rgb[0, 0].tolist() == [255, 0, 0]


def test_that_names_of_any_script_are_read(tmp_path: Path) -> None:
    path = save(UPRIGHT, tmp_path / "фото 写真 ö'.png")
    assert load_upright(path).width == 32


def _missing(folder: Path) -> Path:
    return folder / "gone.jpg"


def _empty(folder: Path) -> Path:
    (folder / "empty.jpg").write_bytes(b"")
    return folder / "empty.jpg"


def _cut(folder: Path) -> Path:
    noise = np.random.default_rng(0).integers(0, 255, (64, 64, 3), dtype=np.uint8)
    path = save(noise, folder / "cut.jpg")
    path.write_bytes(path.read_bytes()[:2000])
    return path


def _cut_png(folder: Path) -> Path:
    noise = np.random.default_rng(0).integers(0, 255, (64, 64, 3), dtype=np.uint8)
    path = save(noise, folder / "cut.png")
    path.write_bytes(path.read_bytes()[:2000])
    return path


def _text(folder: Path) -> Path:
    (folder / "note.jpg").write_text("no image")
    return folder / "note.jpg"


def _folder(folder: Path) -> Path:
    (folder / "folder.jpg").mkdir()
    return folder / "folder.jpg"


def _loop(folder: Path) -> Path:
    (folder / "loop.jpg").symlink_to(folder / "loop.jpg")
    return folder / "loop.jpg"


def _postscript(folder: Path) -> Path:
    (folder / "page.eps").write_text("%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\n")
    return folder / "page.eps"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (_missing, "does not exist"),
        (_empty, "is empty"),
        (_cut, "cut off"),
        (_cut_png, "cut off"),
        (_text, "no image of a known kind"),
        (_folder, "is a folder"),
        (_loop, "cannot be read"),
        (_postscript, "no image of a known kind"),
    ],
)
def test_that_what_cannot_be_read_is_told_in_one_sentence_with_the_path(tmp_path: Path, make, says: str) -> None:
    path = make(tmp_path)
    with pytest.raises(ImageError) as told:
        load_upright(path)
    assert says in told.value.user_text
    assert str(path) in told.value.user_text
    assert told.value.user_text.count(". ") == 0
    assert told.value.hint


def test_that_an_image_over_the_limit_is_refused_from_its_header(tmp_path: Path) -> None:
    path = png_of_rows(tmp_path / "vast.png", width=30_000, height=20_000, row=b"", rows=0)
    assert MAX_PIXELS < 30_000 * 20_000
    for read in (load_upright, read_size):
        with pytest.raises(ImageError, match="30000 x 20000 pixels, over the limit of 500 megapixels"):
            read(path)


@pytest.mark.parametrize("suffix", [".jpg", ".png"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_that_a_reduced_copy_covers_the_whole_image_and_keeps_the_original_size(
    tmp_path: Path, suffix: str, orientation: int
) -> None:
    smooth = np.asarray(Image.fromarray(UPRIGHT).resize((601, 907), Image.Resampling.BICUBIC))
    path = with_orientation(smooth, tmp_path / f"big{suffix}", orientation)
    image = load_upright(path, max_pixels=20_000)
    height, width = image.rgb.shape[:2]
    assert (image.width, image.height) == (601, 907)
    assert 15_000 < width * height <= 20_000
    assert image.scale == width / 601
    reference = Image.fromarray(smooth).resize((width, height), Image.Resampling.BOX)
    assert np.abs(image.rgb.astype(int) - np.asarray(reference)).mean() < 3


@pytest.mark.parametrize("mode", ["P", "RGBA", "I;16", "1", "CMYK", "L"])
def test_that_a_reduced_copy_looks_like_the_whole_image_in_every_mode(tmp_path: Path, mode: str) -> None:
    # two waves of long period, so that any good filter gives nearly the same
    y, x = np.mgrid[:600, :400]
    wave = (127 + 60 * np.sin(x / 40) + 60 * np.cos(y / 50)).astype(np.uint8)
    colors = np.dstack([wave, wave[::-1], wave[:, ::-1]])
    path = tmp_path / "wave.tif"
    if mode == "RGBA":
        Image.fromarray(np.dstack([colors, wave])).save(path)
    elif mode == "I;16":
        save(wave.astype(np.uint16) * 16, path)
    elif mode == "P":
        Image.fromarray(colors).quantize(64).save(path)
    else:
        Image.fromarray(colors).convert(mode).save(path)
    small = load_upright(path, max_pixels=6000).rgb
    whole = load_upright(path).rgb
    reference = Image.fromarray(whole).resize(small.shape[1::-1], Image.Resampling.HAMMING)
    # dither patterns leave noise in one-bit images
    assert np.abs(small.astype(int) - np.asarray(reference)).mean() <= (12 if mode == "1" else 1.5)


def test_that_the_draft_of_a_large_jpeg_is_a_small_copy_of_the_upright_whole(tmp_path: Path) -> None:
    ramp = np.add.outer(np.linspace(0, 120, 900), np.linspace(0, 120, 1200))
    path = with_orientation(np.repeat(ramp[..., None], 3, axis=2).astype(np.uint8), tmp_path / "turned.jpg", 6)
    rgb, width, height = read_draft(path, min_pixels=100_000)
    assert (width, height) == (1200, 900)
    assert rgb.shape == (450, 600, 3)
    whole = load_upright(path).rgb
    rows, columns = (np.linspace(0, size - 1, 9).astype(int) for size in rgb.shape[:2])
    of_whole = whole[(rows * 900 // rgb.shape[0])[:, None], columns * 1200 // rgb.shape[1]]
    assert np.abs(rgb[rows[:, None], columns].astype(int) - of_whole).max() <= 6


def test_that_there_is_no_draft_where_it_would_take_as_long_as_the_pixels(tmp_path: Path) -> None:
    Image.new("RGB", (1200, 900), "red").save(tmp_path / "large.png")
    Image.new("RGB", (400, 300), "red").save(tmp_path / "small.jpg")
    assert read_draft(tmp_path / "large.png", min_pixels=100_000) is None
    assert read_draft(tmp_path / "small.jpg", min_pixels=100_000) is None


def test_that_300_megapixels_open_as_a_reduced_copy_within_2_5_gigabytes(tmp_path: Path) -> None:
    row = np.linspace(0, 255, 20_000).astype(np.uint8).repeat(3).tobytes()
    path = png_of_rows(tmp_path / "huge.png", width=20_000, height=15_000, row=row)
    # its own process, since a peak is never taken back
    code = (
        "import resource, sys; from pathlib import Path; from wsl_annotator.imaging.decode import load_upright\n"
        "image = load_upright(Path(sys.argv[1]))\n"
        "print(image.width, image.height, *image.rgb.shape, int(image.rgb[10, 10, 0]), int(image.rgb[-10, -10, 0]))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True, timeout=120
    )
    numbers, peak_mb = done.stdout.splitlines()
    width, height, rows, columns, channels, left, right = map(int, numbers.split())
    assert (width, height, channels) == (20_000, 15_000, 3)
    assert 38_000_000 < rows * columns <= 40_000_000
    assert left <= 2
    assert right >= 253
    assert int(peak_mb) < 2500
    assert done.stderr == ""
