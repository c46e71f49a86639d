"""The language of the filter box: what is written is read back, and errors say where they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxState, ImageStatus
from wsl_annotator.workflow.image_query import (
    And,
    Bounds,
    Boxes,
    Flag,
    ImageQuery,
    Is,
    Label,
    Name,
    Node,
    Not,
    Or,
    Score,
    State,
    Status,
    Words,
    render,
)
from wsl_annotator.workflow.query_completion import complete
from wsl_annotator.workflow.query_parser import QueryError, check_classes, parse

TEXTS = st.text(min_size=1, max_size=12) | st.sampled_from(
    ["or", "OR", "and", "-", "#3", '"', "cat?", "cat!", "a:b", "(x)", "label:", " ", "-or", "name"]
)
CHANCES = st.floats(0, 1)
COUNTS = st.integers(0, 10**6).map(float)


def bounds_of(numbers: st.SearchStrategy[float], *, single: bool) -> st.SearchStrategy[Bounds]:
    both = st.tuples(numbers, numbers).map(sorted).filter(lambda pair: single or pair[0] < pair[1])
    return st.one_of(
        both.map(lambda pair: Bounds(low=pair[0], high=pair[1])),
        st.tuples(numbers, st.booleans()).map(lambda one: Bounds(low=one[0], low_open=one[1])),
        st.tuples(numbers, st.booleans()).map(lambda one: Bounds(high=one[0], high_open=one[1])),
    )


LEAVES: st.SearchStrategy[Node] = st.one_of(
    TEXTS.map(Words),
    TEXTS.map(Name),
    st.tuples(TEXTS, st.sampled_from(LabelState)).map(lambda pair: Label(*pair)),
    st.tuples(TEXTS | st.just(""), bounds_of(CHANCES, single=False)).map(lambda pair: Score(*pair)),
    st.sampled_from(BoxState).map(State),
    st.sampled_from(ImageStatus).map(Status),
    bounds_of(COUNTS, single=True).map(Boxes),
    st.sampled_from(Flag).map(Is),
)


@st.composite
def nodes(draw: st.DrawFn, depth: int = 3) -> Node:
    kind = draw(st.sampled_from(["leaf", "leaf", "not", "and", "or"])) if depth else "leaf"
    if kind == "leaf":
        return draw(LEAVES)
    if kind == "not":
        return Not(draw(nodes(depth - 1)))
    joint = And if kind == "and" else Or
    below = nodes(depth - 1).filter(lambda node: not isinstance(node, joint))
    return joint(tuple(draw(st.lists(below, min_size=2, max_size=3))))


@st.composite
def queries(draw: st.DrawFn) -> ImageQuery:
    return ImageQuery(where=draw(st.none() | nodes()), row=draw(st.none() | st.integers(1, 10**6)))


@given(queries())
def test_that_a_query_that_is_written_is_read_back_the_same(query: ImageQuery) -> None:
    assert parse(render(query)) == query


@given(st.text(alphabet=st.sampled_from(list('ab :-"()#or?!*0.5><=labelscorenametsi\t')), max_size=30))
def test_that_any_text_is_a_query_or_an_error_with_a_place_in_it(text: str) -> None:
    refusal = None
    try:
        query = parse(text)
    except QueryError as error:
        refusal = error
    if refusal is None:
        assert parse(render(query)) == query
    else:
        assert 0 <= refusal.at <= len(text)
        assert f"(at character {refusal.at + 1})." in refusal.user_text


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", None),
        ("street", Words("street")),
        ("label:cat", Label("cat", LabelState.POSITIVE)),
        ("-label:dog", Not(Label("dog", LabelState.POSITIVE))),
        ("label:cat?", Label("cat", LabelState.UNKNOWN)),
        ("label:cat!", Label("cat", LabelState.NEGATIVE)),
        ('label:"potted plant"?', Label("potted plant", LabelState.UNKNOWN)),
        ("score:0.2-0.5", Score("", Bounds(low=0.2, high=0.5))),
        ("score:cat:0.2-0.5", Score("cat", Bounds(low=0.2, high=0.5))),
        ("SCORE:>=.8", Score("", Bounds(low=0.8))),
        ("state:proposed", State(BoxState.PROPOSED)),
        ("status:progress", Status(ImageStatus.IN_PROGRESS)),
        ("boxes:0", Boxes(Bounds(low=0, high=0))),
        ("boxes:>3", Boxes(Bounds(low=3, low_open=True))),
        ("name:street*", Name("street*")),
        ("is:disagreement", Is(Flag.DISAGREEMENT)),
        ("a b or c", Or((And((Words("a"), Words("b"))), Words("c")))),
        ("a and (b or c)", And((Words("a"), Or((Words("b"), Words("c")))))),
        ('"my photo" "or"', And((Words("my photo"), Words("or")))),
    ],
)
def test_that_each_form_says_what_the_help_promises(text: str, where: Node | None) -> None:
    assert parse(text) == ImageQuery(where=where)


def test_that_a_row_is_gone_to_and_is_no_filter() -> None:
    assert parse("#120") == ImageQuery(row=120)
    assert parse("cat #3") == ImageQuery(where=Words("cat"), row=3)


@pytest.mark.parametrize(
    ("text", "at", "says"),
    [
        ("colour:red", 0, "no keyword colour:"),
        ("a label:", 8, "name of a class"),
        ("score:0.5-0.2", 6, "ends before it begins"),
        ("score:0.5", 6, "One score alone"),
        ("score:>2", 6, "from 0 to 1"),
        ("boxes:many", 6, "A range must follow"),
        ("state:green", 6, '"green" is not among proposed, accepted'),
        ("a or", 4, "follow the last or"),
        ("or a", 0, "before this or"),
        ("(a b", 0, "not closed"),
        ("a ) b", 2, "without an opening one"),
        ('a "b', 2, "quote is not closed"),
        ("a - b", 2, "follow the minus"),
        ("#0", 0, "a row from 1"),
        ("#1 #2", 3, "only one row"),
        ("(" * 60 + "a", 40, "nested too deeply"),
    ],
)
def test_that_an_error_is_one_sentence_with_its_place(text: str, at: int, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert caught.value.at == at
    assert says in caught.value.user_text
    assert caught.value.user_text.endswith(f"(at character {at + 1}).")


def test_that_a_class_that_is_not_there_is_told_with_its_place() -> None:
    check_classes(parse('label:Dog or score:"dog":>0.5 score:>0.1'), ["dog"])
    with pytest.raises(QueryError, match=r"There is no class cow \(at character 13\)\.") as caught:
        check_classes(parse("label:dog -(score:cow:>0.5)"), ["dog"])
    assert caught.value.at == 12


@pytest.mark.parametrize(
    ("text", "start", "words"),
    [
        ("", 0, ()),
        ("la", 0, ("label:",)),
        ("cat -st", 5, ("state:", "status:")),
        ("(is:d", 1, ("is:disagreement",)),
        ("label:do", 0, ("label:dog", 'label:"dog house"')),
        ('label:"dog h', 0, ('label:"dog house"',)),
        ("score:d", 0, ("score:dog:", 'score:"dog house":')),
        ("score:dog:", 0, ("score:dog:<0.2", "score:dog:0.2-0.8", "score:dog:>0.8")),
        ("boxes:", 0, ("boxes:0", "boxes:>0", "boxes:>3")),
        ("label:cat", 0, ()),
        ("colour:", 0, ()),
    ],
)
def test_that_keywords_and_class_names_are_completed(text: str, start: int, words: tuple[str, ...]) -> None:
    found = complete(text, ["cat", "dog", "dog house"])
    assert (found.start, found.words) == (start, words)


def test_that_every_completion_can_be_parsed_or_goes_on() -> None:
    classes = ["cat", "dog house", 'odd"name', "what?"]
    for typed in ("l", "s", "b", "n", "i", "label:", "score:", "state:", "status:", "boxes:", "is:", "score:cat:"):
        for word in complete(typed, classes).words:
            if not word.endswith(":"):
                check_classes(parse(word), classes)
