import dataclasses
import re
from html.parser import HTMLParser

import numpy as np
import pytest

from tests.unit.evaluation.test_measure import DOG, answers_of, class_answers, small_report
from wsl_annotator.evaluation.measure import measure
from wsl_annotator.evaluation.report_html import render_report
from wsl_annotator.evaluation.truth import true_boxes

VOID = {"meta", "br", "img", "path", "rect", "circle", "image"}
PNG = b"\x89PNG\r\n\x1a\nabc"
JPEG = b"\xff\xd8\xff\xe0abc"


class Page(HTMLParser):
    """Follows the nesting of a page and gathers its addresses and texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.addresses: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "xlink:href")]
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.stack.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_that_the_page_is_whole_and_every_element_is_closed() -> None:
    page = Page(render_report(small_report()))
    for heading in ("Measures", "Precision and recall", "Class by class", "What the proposals save", "In full"):
        assert heading in page.text
    assert page.text.count("dog") >= 3
    assert "25.0" in page.text  # AP50
    assert "p.json" in page.text
    assert "toy" in page.text


def test_that_the_page_needs_nothing_from_elsewhere() -> None:
    text = render_report(small_report(), pictures={"1.jpg": JPEG, "2.jpg": PNG})
    page = Page(text)
    assert "script" not in page.tags
    assert "link" not in page.tags
    assert sorted(address.split(",")[0] for address in page.addresses) == [
        "data:image/jpeg;base64",
        "data:image/png;base64",
    ]
    assert not re.search(r"https?://|@import|url\((?!#)", text)


def test_that_the_page_follows_the_light_or_dark_of_its_reader() -> None:
    text = render_report(small_report())
    assert "prefers-color-scheme:dark" in text
    assert "color-scheme:light dark" in text


def test_that_names_cannot_break_the_page() -> None:
    bad = '<script>alert("x")</script>&'
    answers = answers_of(dataclasses.replace(DOG, name=bad))
    answers = dataclasses.replace(answers, names=(bad, bad + "2", "3", "4"))
    report = measure(answers, answers_name=bad, truth_name=bad, settings={bad: {bad: 1}}, notes=(bad,))
    page = Page(render_report(report))
    assert "script" not in page.tags
    assert bad in page.text


def test_that_what_could_not_be_measured_is_a_dash_and_never_nan() -> None:
    cat = class_answers("cat", [], [], true_boxes([(1, (0, 0, 9, 9))]))
    text = render_report(measure(answers_of(DOG, cat)))
    assert "nan" not in text.lower().replace("nano", "")
    assert "–" in text


def test_that_a_report_without_any_object_is_still_a_page() -> None:
    cat = class_answers("cat", [(1, 1.0, 0.5, (5, 5))], [], true_boxes([]))
    page = Page(render_report(measure(answers_of(cat))))
    assert "No true object of cat" in page.text
    assert "Where it goes wrong" not in page.text


@pytest.mark.parametrize(("count", "colored"), [(8, 8), (30, 6)])
def test_that_many_classes_are_grey_but_for_the_best_and_worst(count: int, colored: int) -> None:
    classes = []
    for number in range(count):
        rows = [(1, 1.0, 0.5, (10.0, 10.0)), (2, float(number % 3), 0.5, (10.0, 10.0))]
        classes.append(class_answers(f"class {number}", rows, [(1, (0, 0, 40, 40), 0.5)], DOG.truth))
    text = render_report(measure(answers_of(*classes)))
    panel = text.split("Boxes above IoU 0.5</h3>")[1].split("</svg>")[0]
    assert panel.count('class="curve"') == colored
    assert panel.count("curve muted") == count - colored


def test_that_boxes_are_drawn_in_pixels_of_the_original() -> None:
    text = render_report(small_report(), pictures={"2.jpg": JPEG})
    card = text.split('class="photo"')[1]
    assert 'viewBox="0 0 100 100"' in card
    assert '<rect class="box guess" x="60.0" y="60.0" width="30.0" height="30.0">' in card
    assert '<rect class="box truth" x="0.0" y="0.0" width="50.0" height="50.0">' in card
    assert np.isclose(float(re.findall(r'<circle cx="([\d.]+)"', card)[0]), 62)


def test_that_the_surest_proposal_is_drawn_on_top() -> None:
    boxes = [(2, (60.0, 60.0, 90.0, 90.0), 0.9), (2, (70.0, 0.0, 80.0, 9.0), 0.2)]
    dog = class_answers("dog", [(2, 1.0, 0.5, (62.0, 10.0))], boxes, DOG.truth)
    card = render_report(measure(answers_of(dog))).split('class="photo"')[1]
    assert card.index("score 0.20") < card.index("score 0.90")


def test_that_the_page_tells_truth_ratio_both_tolerances_and_where_the_seconds_come_from() -> None:
    page = render_report(small_report())
    assert "Truth: <b>" in page
    assert "Point/<br>class." in page
    assert "By heat<br>18 px" in page
    assert "Konyushkova et al. 2018" in page
    assert "Papadopoulos et al. 2017" in page
