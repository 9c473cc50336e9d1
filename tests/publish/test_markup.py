from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from consilience.publish.markup import plain_mark, weave


class Nested(HTMLParser):
    """Text of a fragment with, for each character, the classes it stands in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.around, self._open = "", [], []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, _tag, attributes):
        self._open.append(dict(attributes)["class"])

    def handle_endtag(self, _tag):
        self._open.pop()

    def handle_data(self, data):
        self.text += data
        self.around += [frozenset(self._open)] * len(data)


def test_a_quotation_that_crosses_two_sentences_is_split_and_both_keep_their_marks():
    marks = [plain_mark(0, 6, "one"), plain_mark(7, 13, "two"), plain_mark(3, 10, "quoted")]

    assert weave("First. Second.", marks) == (
        '<span class="one">Fir<span class="quoted">st.</span></span>'
        '<span class="quoted"> <span class="two">Sec</span></span><span class="two">ond</span>.'
    )


def test_the_longer_of_two_marks_that_begin_together_encloses_the_shorter():
    marks = [plain_mark(0, 2, "short"), plain_mark(0, 4, "long")]

    assert weave("word", marks) == '<span class="long"><span class="short">wo</span>rd</span>'


def test_text_is_escaped_between_and_within_marks():
    assert weave("a<b>&c", [plain_mark(1, 4, "x")]) == 'a<span class="x">&lt;b&gt;</span>&amp;c'


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8)


@given(st.text(alphabet="ab <&\n", max_size=30), SPANS)
def test_however_marks_overlap_each_character_stands_in_those_that_hold_it(text, spans):
    woven = Nested(
        str(weave(text, [plain_mark(start, end, f"m{number}") for number, (start, end) in enumerate(spans)]))
    )

    assert woven.text == text
    for place, around in enumerate(woven.around):
        assert around == {f"m{number}" for number, (start, end) in enumerate(spans) if start <= place < end}
