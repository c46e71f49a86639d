"""What the canvas paints."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLineEdit

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.localization import HeatMap
from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.canvas import image_item
from wsl_annotator.gui.canvas.drawing import stroke_rect
from wsl_annotator.gui.canvas.heat_item import heat_image
from wsl_annotator.gui.canvas.image_item import copies_of, image_from_rgb
from wsl_annotator.gui.canvas.values import GhostRun, TraceView
from wsl_annotator.imaging import colormap
from wsl_annotator.localization.heatmap import rasterize


def picture(canvas) -> np.ndarray:
    """Return the viewport as uint8 (H, W, 3)."""
    image = canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def heat_map() -> HeatMap:
    values = np.array([[0.0, 0.0, 0.0], [0.0, 0.8, 0.2], [0.0, 0.0, 0.0]])
    return HeatMap(np.array([0.0, 100, 200, 400]), np.array([0.0, 100, 200, 300]), values)


def test_that_an_image_made_from_numpy_owns_its_pixels() -> None:
    rgb = np.full((5, 7, 3), (200, 30, 40), dtype=np.uint8)
    image = image_from_rgb(rgb)
    rgb[:] = 0
    assert image.pixelColor(6, 4).getRgb()[:3] == (200, 30, 40)


def test_that_a_reduced_copy_covers_the_original_size(canvas) -> None:
    canvas.set_image(np.full((30, 40, 3), 250, dtype=np.uint8), width=4000, height=3000)
    assert canvas.canvas_scene.extent.width() == 4000
    canvas.fit()
    middle = canvas.mapFromScene(3990, 2990)
    assert tuple(picture(canvas)[middle.y() - 1, middle.x() - 1]) == (250, 250, 250)


@pytest.mark.parametrize("size", [(90, 120), (1100, 1000), (1_000_002, 1)])
def test_that_copies_made_on_a_worker_show_what_the_pixels_show(canvas, size) -> None:
    rgb = np.random.default_rng(3).integers(0, 256, (*size, 3), dtype=np.uint8)
    shown = []
    for copies in ((), copies_of(rgb)):
        canvas.set_image(rgb, width=size[1], height=size[0], copies=copies)
        views = []
        for zoom in (0.3, 1.0, 6.0):
            canvas.set_zoom(zoom)
            views.append(picture(canvas))
        shown.append(views)
    assert all(np.array_equal(plain, ready) for plain, ready in zip(*shown, strict=True))
    assert np.ptp(shown[0][2]) > 100


def test_that_a_large_photo_is_shown_in_its_mean_colour_far_away(canvas) -> None:
    stripes = np.zeros((1200, 1600, 3), dtype=np.uint8)
    stripes[:, ::2] = 255
    canvas.set_image(stripes, width=1600, height=1200)
    canvas.set_zoom(0.1)
    at = canvas.mapFromScene(800, 600)
    near = picture(canvas)[at.y() - 5 : at.y() + 5, at.x() - 5 : at.x() + 5]
    assert near.min() > 100
    assert near.max() < 155


@pytest.mark.parametrize("zoom", [0.6, 1.0, 7.0])
def test_that_the_seen_part_of_a_large_photo_looks_like_the_whole(canvas, monkeypatch, zoom: float) -> None:
    rgb = np.random.default_rng(3).integers(0, 256, (900, 1200, 3), dtype=np.uint8)
    shown = []
    for most in (image_item.WHOLE_TO, 1000):
        monkeypatch.setattr(image_item, "WHOLE_TO", most)
        canvas.set_image(rgb, width=2400, height=1800)
        canvas.set_zoom(zoom)
        pictures = []
        # near, beyond what was made ready around, and at a corner
        for x, y in ((1200, 900), (1230, 920), (1700, 1300), (0, 0), (2400, 1800)):
            canvas.centerOn(x, y)
            pictures.append(picture(canvas).astype(int))
        shown.append(pictures)
    for whole, part in zip(*shown, strict=True):
        assert np.abs(whole - part).max() <= 2
    assert min(one.std() for one in shown[0]) > 10


def test_that_more_pixels_of_the_same_image_leave_view_and_boxes_as_they_are(canvas, box_of) -> None:
    canvas.set_image(np.full((30, 40, 3), 50, dtype=np.uint8), width=400, height=300)
    canvas.set_boxes([box_of("b1", (100, 80, 300, 180))])
    canvas.select("b1")
    canvas.set_zoom(2.5)
    canvas.centerOn(100, 80)
    before = canvas.viewportTransform()
    canvas.sharpen_image(np.full((300, 400, 3), 200, dtype=np.uint8))
    assert canvas.viewportTransform() == before
    assert canvas.selected_key == "b1"
    at = canvas.mapFromScene(350, 280)
    canvas.centerOn(350, 280)
    at = canvas.mapFromScene(350, 280)
    assert tuple(picture(canvas)[at.y(), at.x()]) == (200, 200, 200)


def test_that_blocks_are_sharp_when_magnified_and_smooth_below(canvas) -> None:
    pixels = np.zeros((300, 400, 3), dtype=np.uint8)
    pixels[:, 200:] = 255
    canvas.set_image(pixels, width=400, height=300)
    canvas.set_zoom(8)
    canvas.centerOn(200, 150)
    row = picture(canvas)[300, 300:500, 0]
    assert set(np.unique(row)) <= {0, 255}
    canvas.set_zoom(3)
    canvas.centerOn(200, 150)
    row = picture(canvas)[300, 300:500, 0]
    assert len(np.unique(row)) > 2


@pytest.mark.parametrize("state", list(BoxState))
def test_that_each_state_paints_its_own_line(canvas, box_of, state) -> None:
    canvas.set_rejected_visible(True)
    canvas.set_labels_visible(False)
    canvas.set_boxes([box_of("b1", (100, 80, 300, 180), state, color="#ff0000")])
    top = canvas.mapFromScene(100, 80)
    line = picture(canvas)[top.y() - 2 : top.y() + 3, top.x() + 10 : top.x() + 190].astype(int)
    if state == BoxState.REJECTED:
        coloured = (line.min(axis=2) > 150).any(axis=0)
    else:
        coloured = ((line[..., 0] > 200) & (line[..., 1] < 60)).any(axis=0)
    share = coloured.mean()
    if state == BoxState.PROPOSED:
        assert 0.45 < share < 0.8
    elif state == BoxState.REJECTED:
        assert 0.2 < share < 0.6
    else:
        assert share == 1.0


def test_that_a_box_is_as_thick_at_any_zoom(canvas, box_of) -> None:
    canvas.set_labels_visible(False)
    canvas.set_boxes([box_of("b1", (100, 80, 300, 180), color="#ff0000")])
    thickness = []
    for zoom in (0.5, 1.0, 7.0):
        canvas.set_zoom(zoom)
        canvas.centerOn(100, 130)
        row = picture(canvas)[300].astype(int)
        at = canvas.mapFromScene(100, 130).x()
        near = row[at - 6 : at + 7]
        thickness.append(int(((near[:, 0] > 200) & (near[:, 1] < 60)).sum()))
    assert thickness == [2, 2, 2]


def test_that_a_chip_stays_inside_the_view(canvas, box_of) -> None:
    canvas.set_boxes([box_of("b1", (100, 80, 300, 180), color="#ff0000")])
    canvas.select("b1")
    canvas.set_zoom(10)
    canvas.centerOn(200, 130)
    shot = picture(canvas).astype(int)
    chip = (shot[..., 0] > 240) & (shot[..., 1] < 20)
    rows, columns = np.nonzero(chip)
    assert len(rows) > 300
    assert rows.max() < 40
    assert columns.max() < 200


@pytest.mark.parametrize(
    ("name", "score", "label"),
    [
        ("a" * 28, None, "a" * 28),
        ("a" * 29, None, "a" * 27 + "…"),
        ("a" * 29, 0.5, "a" * 27 + "…  0.50"),
        ("b" * 26 + " and more", None, "b" * 26 + "…"),
    ],
)
def test_that_a_long_class_name_is_cut_in_its_chip_and_the_score_is_not(box_of, name, score, label) -> None:
    box = dataclasses.replace(box_of("b1", (100, 80, 300, 180), class_name=name), score=score)
    assert box.label == label
    assert box.class_name == name


def test_that_the_chip_of_a_long_class_name_is_as_wide_as_the_cut_name(canvas, box_of) -> None:
    widths = []
    for name in ("m" * 28, "m" * 90):
        canvas.set_boxes([box_of("b1", (5, 80, 390, 180), color="#ff0000", class_name=name)])
        canvas.select("b1")
        row = picture(canvas).astype(int)[round(canvas.viewportTransform().map(5, 80)[1]) - 20]
        widths.append(int(np.ptp(np.nonzero((row[:, 0] > 240) & (row[:, 1] < 20))[0])))
    whole, cut = widths
    assert 200 < cut <= whole + 2


def painted(image: QImage) -> np.ndarray:
    """Return an image's uint8 (H, W, 4) red, green, blue, alpha, its colours multiplied by alpha."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888_Premultiplied)
    return np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.width(), 4).copy()


def test_that_heat_hides_nothing_where_it_is_cold() -> None:
    rgba = painted(heat_image(heat_map(), colors="inferno"))
    assert rgba.shape == (300, 400, 4)
    assert rgba[50, 50, 3] == 0
    assert rgba[150, 150, 3] == 255
    assert 0 < rgba[150, 300, 3] < 255


def test_that_a_large_heat_map_is_drawn_on_a_small_raster() -> None:
    heat = HeatMap(np.array([0.0, 9000, 20000]), np.array([0.0, 7000, 15000]), np.array([[0.1, 0.2], [0.3, 0.4]]))
    image = heat_image(heat, colors="viridis")
    assert max(image.width(), image.height()) == 640


def test_that_colouring_cells_gives_the_pixels_that_colouring_pixels_gives() -> None:
    heat = heat_map()
    rgba = painted(heat_image(heat, colors="magma", longest_side=333))
    values = rasterize(heat, width=rgba.shape[1], height=rgba.shape[0])
    alpha = (np.clip((values - 0.1) / 0.5, 0.0, 1.0) ** 0.8 * 255).astype(np.uint8)
    assert (rgba[..., 3] == alpha).all()
    exact = colormap.apply("magma", values) * (alpha[..., None] / 255)
    assert np.abs(rgba[..., :3] - exact).max() <= 0.5


def test_that_heat_is_painted_as_it_is_made() -> None:
    # Another format would be converted for the screen, at each map anew.
    assert heat_image(heat_map(), colors="magma").format() == QImage.Format.Format_ARGB32_Premultiplied


def test_that_a_map_that_is_shown_already_is_not_drawn_anew(canvas) -> None:
    heat = heat_map()
    canvas.set_heat(heat)
    canvas.viewport().grab()
    drawn = canvas.canvas_scene.heat._pixmap
    assert drawn is not None
    canvas.set_heat(heat)
    canvas.viewport().grab()
    assert canvas.canvas_scene.heat._pixmap is drawn


def test_that_opacity_changes_the_picture_without_drawing_the_map_anew(canvas) -> None:
    canvas.set_heat(heat_map())
    canvas.set_heat_style(colormap="inferno", opacity=0.0)
    plain = picture(canvas)
    canvas.set_heat_style(colormap="inferno", opacity=0.1)
    picture(canvas)
    made = canvas.canvas_scene.heat._pixmap
    canvas.set_heat_style(colormap="inferno", opacity=0.8)
    hot = picture(canvas)
    assert (hot != plain).any()
    assert canvas.canvas_scene.heat._pixmap is made
    at = canvas.mapFromScene(50, 50)
    assert tuple(hot[at.y(), at.x()]) == (128, 128, 128)
    canvas.set_heat(None)
    assert (picture(canvas) == plain).all()


def test_that_a_level_of_the_search_is_painted_red_over_blue(canvas) -> None:
    view = TraceView(
        1, earlier=(Box(20, 20, 380, 280),), kept=(Box(60, 60, 200, 200),), pruned=(Box(80, 40, 300, 250),)
    )
    canvas.set_trace_view(view)
    shot = picture(canvas).astype(int)
    at = canvas.mapFromScene(100, 60)
    red = shot[at.y() - 2 : at.y() + 3, at.x()]
    assert (red[:, 0] - red[:, 2]).max() > 120
    at = canvas.mapFromScene(340, 20)
    blue = shot[at.y() - 2 : at.y() + 3, at.x()]
    assert (blue[:, 2] - blue[:, 0]).max() > 120


def test_that_boxes_of_another_run_have_a_line_and_a_legend_of_their_own_and_are_never_picked(canvas, box_of) -> None:
    canvas.set_labels_visible(False)
    canvas.set_boxes([box_of("p1:0", (20, 150, 380, 280), BoxState.PROPOSED, color="#ff0000")])
    plain = picture(canvas).astype(int)
    canvas.set_ghost(GhostRun((Box(100, 80, 300, 140),), "Other run of cat: toy · fast"))
    shot = picture(canvas).astype(int)
    top = canvas.mapFromScene(100, 80)
    line = (shot[top.y() - 2 : top.y() + 3, top.x() : top.x() + 192].min(axis=2) > 240).any(axis=0)
    # Dashes of 14, dots of 2 and gaps of 4 pixels: no other line has both.
    edges = np.flatnonzero(np.diff(line.astype(int)))
    assert set(np.diff(edges).tolist()) == {14, 4, 2}
    assert (shot[10:36, 10:200] != plain[10:36, 10:200]).any()
    assert canvas.canvas_scene.pick(x=200, y=100, reach=6) == ""
    canvas.set_ghost(None)
    assert (picture(canvas).astype(int) == plain).all()


def test_that_a_new_image_takes_boxes_heat_and_search_away(canvas, hand, box_of) -> None:
    canvas.set_boxes([box_of("b1", (100, 80, 300, 180))])
    canvas.select("b1")
    canvas.set_heat(heat_map())
    canvas.set_trace_view(TraceView(0, (), (Box(0, 0, 400, 300),), ()))
    canvas.set_ghost(GhostRun((Box(0, 0, 400, 300),), "another run"))
    canvas.set_image(np.zeros((10, 10, 3), dtype=np.uint8), width=10, height=10)
    assert canvas.canvas_scene.items_in_order == []
    assert canvas.canvas_scene.heat.heat is None
    assert canvas.canvas_scene.trace.view is None
    assert canvas.canvas_scene.ghost.run is None
    assert hand.selected == ["b1", ""]


def test_that_two_thousand_boxes_are_painted_and_kept_by_key(canvas, box_of) -> None:
    rng = np.random.default_rng(0)
    corners = rng.integers(0, (370, 270), size=(2000, 2))
    values = [box_of(f"p1:{n}", (x, y, x + 30, y + 30), BoxState.PROPOSED) for n, (x, y) in enumerate(corners.tolist())]
    canvas.set_boxes(values)
    before = picture(canvas)
    kept = canvas.canvas_scene.box_item("p1:7")
    canvas.set_boxes(values[:1000])
    assert len(canvas.canvas_scene.items_in_order) == 1000
    assert canvas.canvas_scene.box_item("p1:7") is kept
    assert (before != picture(canvas)).any()


def test_that_a_message_stands_in_for_a_missing_image(canvas) -> None:
    canvas.set_image(None, width=0, height=0)
    empty = picture(canvas)
    canvas.set_message("broken.jpg is not an image")
    assert (picture(canvas) != empty).any()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize(
    "style", [Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine]
)
def test_that_lines_fill_whole_pixels_of_any_screen(scale: float, style: Qt.PenStyle) -> None:
    image = QImage(round(100 * scale), round(80 * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    stroke_rect(painter, QRectF(20.3, 20.3, 60, 40), color=QColor("#ff0000"), width=2.0, style=style, halo=None)
    painter.end()
    rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    red = (rows[..., :3] == (0, 0, 255)).all(axis=2)
    white = (rows[..., :3] == 255).all(axis=2)
    assert (red | white).all()
    top = np.flatnonzero(red.any(axis=1))[0]
    assert red[top : top + round(2 * scale), round(20.3 * scale)].all()
    middle = red[:, round(50 * scale) : round(50 * scale) + round(13 * scale)].any(axis=1)
    assert middle.sum() == 2 * round(2 * scale)


def test_that_the_frame_of_the_focus_goes_with_the_focus(canvas, qtbot) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    canvas.show()
    other.show()
    painted: list[bool] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                painted.append(canvas.hasFocus())
            return False

    watch = Watch()
    canvas.viewport().installEventFilter(watch)
    for widget, framed in ((canvas, True), (other, False), (canvas, True)):
        widget.activateWindow()
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        qtbot.waitUntil(lambda framed=framed: painted[-1:] == [framed], timeout=3000)
    canvas.viewport().removeEventFilter(watch)
