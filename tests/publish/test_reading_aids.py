"""What is new, who met whom, which report tells what, and the page without the reports' texts."""

from datetime import date

from msgspec.structs import replace

from consilience.publish import to_page, to_plain_brief
from consilience.publish.citations import Citations
from consilience.publish.contacts import contacts, network
from consilience.publish.coverage import coverage, sources_of, told_alone
from consilience.publish.news import day_by_day

from .looking import Page


def test_a_count_is_new_on_the_day_of_the_first_report_that_gives_it(situation):
    added = {one.day: one for one in day_by_day(situation)}
    changes = {c.now.readings[0].id: c for c in added[date(2025, 3, 17)].changes}

    assert changes["dead-38"].before.readings[0].id in {"dead-31", "dead-44"}
    assert "resignation" in {event.id for event in added[date(2025, 3, 17)].events}
    assert "call" in {event.id for event in added[date(2025, 3, 11)].events}


def test_reports_without_a_day_add_to_none(situation):
    undated = tuple(replace(document, published=None) for document in situation.documents)

    assert day_by_day(replace(situation, documents=undated)) == ()


def test_the_two_presidents_are_joined_by_both_their_calls(situation):
    drawn = network(contacts(situation))

    assert {node.entity for node in drawn.nodes} == {"qorashvan", "brodesku"}
    assert [event.id for event in drawn.edges[0].events] == ["call", "second-call"]
    assert drawn == network(contacts(situation))


def test_nobody_joined_makes_no_network():
    assert network(()) is None


def test_the_wire_and_its_reprint_stand_under_one_head(situation):
    assert sources_of(situation)[0].documents == ("01", "02")
    assert [len(source.documents) for source in coverage(situation).columns] == [2, 1, 1, 1, 1, 1, 1]


def test_a_report_stands_with_the_value_it_gives(situation):
    dead = next(fact for fact in coverage(situation).rows if fact.cell.id == "dead")

    assert dead.told["05"] == "31"
    assert dead.told["06"] == "44"
    assert dead.told["02"] == "at least 23"


def test_what_the_wire_and_its_reprint_alone_tell_rests_on_one_source(situation):
    wire = next(one for one in told_alone(situation) if one.source.documents == ("01", "02"))

    assert "emergency" in {event.id for event in wire.events}
    assert "breach" not in {event.id for event in wire.events}


def test_without_texts_only_what_is_cited_is_there(situation):
    uncited = "The newspaper's own remark, which no cell of the record cites."
    first, *others = situation.documents
    given = replace(situation, documents=(replace(first, text=f"{first.text}\n\n{uncited}"), *others))
    full, shared = Page(to_page(given)), Page(to_page(given, texts=False))

    assert uncited in full.text
    assert uncited not in shared.text
    assert {passage.anchor for passage in Citations(given).passages} <= set(shared.ids)


def test_the_status_of_an_event_stands_once(situation):
    denied = tuple(
        replace(event, label=f"{event.label} (denied)") if event.status == "denied" else event
        for event in situation.events
    )
    text = Page(to_page(replace(situation, events=denied))).text

    assert "Kestrian troops cross the border" in text
    assert "border (denied)" not in text


def test_the_brief_for_a_terminal_fits_it_and_holds_nothing_it_would_obey(situation):
    hostile = replace(situation, title="Zhelyn \x1b[31mdam\u202e")
    text = to_plain_brief(hostile).decode()

    assert all(len(line) <= 80 for line in text.splitlines())
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "**" not in text


def test_those_told_without_a_name_in_the_same_words_are_listed_as_one_and_keep_their_links(built, report):
    record = built(
        report("Officials said that the bridge was closed.", outlet="A"),
        report("Officials said that 12 trains were late.", outlet="B"),
    )
    html = to_page(record)
    text = " ".join(Page(html).text.split())

    assert len({s.speakers[0] for s in record.statements}) == 2
    assert text.count("officials 2 statements, of 2 who are told without a name and may be others") == 1
    assert "officials 2 without a name" in text
    assert all(html.count(f'id="n-{e.id}"'.encode()) == 1 for e in record.entities)
