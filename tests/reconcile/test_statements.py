"""One utterance across reports."""

import pytest


def test_a_quotation_two_outlets_carry_is_one_utterance(built, report):
    quote = '"We will rebuild the bridge before the winter comes," Governor Milena Duarte said.'

    situation = built(report(quote, outlet="A"), report(f"On Tuesday: {quote}", outlet="B"))

    spoken = [s for s in situation.statements if len(s.tellings) == 2]
    assert len(spoken) == 1


def test_a_formula_from_two_presidents_is_two_utterances(built, report):
    situation = built(
        report("President Milena Duarte expressed support for the people of Norway.", outlet="A"),
        report("President Arvo Lindqvist expressed support for the people of Norway.", outlet="B"),
    )

    assert len({s.speakers for s in situation.statements}) == 2


def test_two_translations_of_one_quotation_to_one_party_on_one_day_are_one(built, report):
    situation = built(
        report(
            "On Monday President Ivo Marsk of Norland told President Mirko Dorval of Kestria that “the law of the river "
            "begins at the bank”.",
            outlet="A",
            published="2025-03-11",
        ),
        report(
            "On Monday evening President Ivo Marsk of Norland told President Mirko Dorval of Kestria that “the law of the "
            "river starts on the shore”.",
            outlet="B",
            published="2025-03-11",
        ),
    )

    (told,) = (s for s in situation.statements if len(s.tellings) > 1)
    assert len({t.content.document for t in told.tellings}) == 2


def test_an_old_readout_at_the_end_of_a_new_statement_keeps_its_day(built, report):
    situation = built(
        report(
            "President Ivo Marsk said that the dam of Senava would hold until the spring. He said that the river would be "
            "safe for everybody who lives on its banks.",
            outlet="A",
            published="2025-03-06",
        ),
        report(
            "The League of Rivers welcomed the inquiry.\n\nPresident Ivo Marsk said that the dam of Senava would hold until "
            "the spring. He said that his country was ready to send pumps.",
            outlet="B",
            published="2025-03-11",
        ),
    )
    texts = {d.id: d.text for d in situation.documents}

    days = {
        texts[t.content.document][t.content.start : t.content.end]: s.when.latest.isoformat()
        for s in situation.statements
        for t in s.tellings
    }
    assert days["his country was ready to send pumps"] == "2025-03-06"
    assert days["the inquiry"] == "2025-03-11"


def together(situation, *words):
    """Say whether the tellings that hold each of some words are of one utterance."""
    texts = {d.id: d.text for d in situation.documents}
    found = [
        {s.id for s in situation.statements for t in s.tellings if w in texts[t.content.document][slice(*_ends(t))]}
        for w in words
    ]
    assert all(found), found
    return bool(set.intersection(*found))


def _ends(telling):
    return telling.content.start, telling.content.end


RELEASE = "MINISTRY OF FOREIGN AFFAIRS OF THE REPUBLIC OF NORLAND\nStatement No. 12\n\nStatement on the dam\n\n"
WIRE = "On Monday President Ivo Marsk of Norland told President Mirko Dorval of Kestria that “the river knows no flag”."


def test_the_president_in_a_release_is_the_president_of_its_state(built, report):
    release = report(
        "The Ministry of Foreign Affairs rejects these claims, and Norland will keep the dam. As the President of the "
        "Republic told his counterpart on Monday, “the river knows no flag”.",
        headline=RELEASE,
        outlet="Ministry of Foreign Affairs of the Republic of Norland",
        published="2025-03-12",
    )

    situation = built(report(WIRE, outlet="A", published="2025-03-11"), release)

    (told,) = (s for s in situation.statements if len(s.tellings) == 2)
    names = {e.id: e.name for e in situation.entities}
    assert [names[s] for s in told.speakers] == ["Ivo Marsk"]
    assert [names[a] for a in told.addressees] == ["Mirko Dorval"]


def test_the_president_in_a_release_of_another_state_is_somebody_else(built, report):
    release = report(
        "The Ministry of Foreign Affairs rejects these claims, and Senavia will keep the dam. As the President of the "
        "Republic told his counterpart on Monday, “the river knows no flag”.",
        headline=RELEASE.replace("NORLAND", "SENAVIA"),
        outlet="Ministry of Foreign Affairs of the Republic of Senavia",
        published="2025-03-12",
    )

    situation = built(report(WIRE, outlet="A", published="2025-03-11"), release)

    assert all(len(s.tellings) == 1 for s in situation.statements)


def test_a_promise_told_in_few_words_is_the_one_told_in_full_on_that_day_only(built, report):
    full = "On {} President Ivo Marsk promised that the Norland Red Cross would soon visit the divers of Torv."
    short = "On Monday President Ivo Marsk promised a visit of the Red Cross."
    a = report(full.format("Monday"), outlet="A", published="2025-03-11")
    other_day = report(full.format("Wednesday"), outlet="A", published="2025-03-13")
    b = report(short, outlet="B", published="2025-03-11")

    assert together(built(a, b), "divers of Torv", "a visit")
    assert not together(built(other_day, b), "divers of Torv", "a visit")


def test_what_a_body_asks_for_at_its_session_is_one_appeal_in_two_translations(built, report):
    told = "The River Council League met in Torv on Friday. The {} called for “{}”."
    situation = built(
        report(
            told.format("League", "calm by all states and no new barges on the river"),
            outlet="A",
            published="2025-03-09",
        ),
        report(
            told.format("bloc", "all states to stay calm and keep barges off the river"),
            outlet="B",
            published="2025-03-09",
        ),
    )

    assert together(situation, "calm by all", "to stay calm")


def test_two_appeals_of_one_session_with_a_word_in_common_stay_two(built, report):
    told = "The River Council League met in Torv on Friday. The League called for “{}”."
    situation = built(
        report(told.format("a halt to all attacks on ports"), outlet="A", published="2025-03-09"),
        report(told.format("new inspections of all ports by spring"), outlet="B", published="2025-03-09"),
    )

    assert not together(situation, "a halt", "new inspections")


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("asked for clemency for the divers", "asked for mercy"),
        ("called for restraint on the river", "called for moderation"),
        ("asked for an investigation of the flood", "asked for an inquiry"),
    ],
)
def test_two_translators_of_one_appeal_may_choose_other_words(built, report, full, short):
    a = report(f"On Monday President Ivo Marsk {full}.", outlet="A", published="2025-03-11")
    b = report(f"On Monday President Ivo Marsk {short}.", outlet="B", published="2025-03-11")
    other_day = report(f"On Thursday President Ivo Marsk {short}.", outlet="B", published="2025-03-14")
    other_speaker = report(f"On Monday President Mirko Dorval {short}.", outlet="B", published="2025-03-11")

    begins, again = full.split(" for ")[1], short.split(" for ")[1]
    assert together(built(a, b), begins, again)
    assert not together(built(a, other_day), begins, again)
    assert not together(built(a, other_speaker), begins, again)


def test_two_short_appeals_neither_of_which_has_a_day_stay_two(built, report):
    situation = built(
        report("President Ivo Marsk asked for mercy for the divers.", outlet="A", published="2025-03-11"),
        report("President Ivo Marsk asked for clemency.", outlet="B", published="2025-03-11"),
    )

    assert not together(situation, "mercy", "clemency")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("was ready to support the brotherly people", "was willing to help the fraternal nation"),
        ("attached great importance to mutual cooperation", "valued the collaboration of both nations highly"),
    ],
)
def test_formulas_of_diplomacy_of_two_days_or_two_presidents_stay_apart(built, report, first, second):
    told = "On {} President {} told President Mirko Dorval of Kestria that Norland “{}”."
    a = report(told.format("Monday", "Ivo Marsk", first), outlet="A", published="2025-03-11")
    other_day = report(told.format("Thursday", "Ivo Marsk", second), outlet="B", published="2025-03-14")
    other_speaker = report(told.format("Monday", "Tuuli Holm", second), outlet="B", published="2025-03-11")

    assert not together(built(a, other_day), first, second)
    assert not together(built(a, other_speaker), first, second)


def test_the_answer_told_next_is_of_the_day_of_what_was_told_to_him(built, report):
    situation = built(
        report(
            "On Monday Ivo Marsk told his colleague Mirko Dorval that the dam would hold. He promised a visit of engineers. "
            "Dorval voiced regret.",
            published="2025-03-14",
        )
    )

    assert {s.when.latest.isoformat() for s in situation.statements} == {"2025-03-10"}


def test_what_a_ministry_says_after_it_was_told_something_has_its_own_day(built, report):
    situation = built(
        report(
            "On Monday Ivo Marsk told the Foreign Ministry that the dam would hold. The Foreign Ministry voiced regret.",
            published="2025-03-14",
        )
    )

    days = {s.when.latest.isoformat() for s in situation.statements}
    assert days == {"2025-03-10", "2025-03-14"}


def test_what_is_told_on_in_a_paragraph_is_of_the_day_it_began_with(built, report):
    situation = built(
        report(
            "On Monday Ivo Marsk told the council that the dam would hold. He added that the pumps had come too late.",
            published="2025-03-14",
        )
    )

    assert {s.when.latest.isoformat() for s in situation.statements} == {"2025-03-10"}


def test_a_passage_copied_from_a_credited_agency_is_passed_on_by_it(built, report):
    copied = (
        "Ada Holm said that the dam of Senava had burst on its northern side at four in the morning. The water took "
        "eleven houses and a school in the valley below, the mayor of Torv said."
    )
    wire = report(
        f"TORV, March 10 (NWA) - {copied}\n\nHolm told NWA that the pumps had failed.\n\n(Reporting by Ivo Marsk)",
        outlet="NWA",
        published="2025-03-10",
    )
    paper = report(
        f"By our staff, with NWA\n\n{copied} (NWA)\n\nA baker said that his shop in the market had stayed dry. "
        "NWA had seven people in the valley that night.",
        outlet="The Northern Beacon",
        published="2025-03-11",
    )

    situation = built(wire, paper)

    names = {e.id: e.name for e in situation.entities}
    beacon = next(d.id for d in situation.documents if d.outlet == "The Northern Beacon")
    texts = {d.id: d.text for d in situation.documents}
    via = {
        texts[beacon][t.content.start : t.content.end][:8]: [names[v] for v in t.via]
        for s in situation.statements
        for t in s.tellings
        if t.content.document == beacon
    }
    assert via["the dam "] == ["NWA"]
    assert via["his shop"] == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Speaking at a press conference in Oslo, Mayor Tuuli Holm said that the dam was safe.",
            "Tuuli Holm holds a press conference",
        ),
        (
            "Mayor Tuuli Holm told a news briefing that the dam was safe.",
            "Tuuli Holm holds a press conference",
        ),
        (
            "“The dam is safe,” Mayor Tuuli Holm told Reuters in an interview.",
            "Tuuli Holm gives an interview to Reuters",
        ),
        ("“The dam is safe,” Mayor Tuuli Holm wrote on X.", "Tuuli Holm posts online"),
        ("Mayor Tuuli Holm tweeted: “The dam is safe.”", "Tuuli Holm posts online"),
        ("In a televised speech, Mayor Tuuli Holm said that the dam was safe.", "Tuuli Holm gives a speech"),
        ("Norway said in a statement that the dam was safe.", "Norway issues a statement"),
        ("In a letter to the council, Mayor Tuuli Holm said that the dam was safe.", "Tuuli Holm writes a letter"),
    ],
)
def test_where_something_is_said_is_its_occasion_with_its_sentence(built, report, text, label):
    situation = built(report(text, published="2025-03-11"))
    labels = {e.id: e.label for e in situation.events}

    (told,) = situation.statements
    (occasion,) = (e for e in situation.events if e.id == told.occasion)
    assert labels[told.occasion or ""] == label
    assert situation.documents[0].text[occasion.evidence[0].start : occasion.evidence[0].end] == text


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Tuuli Holm said that a letter of March had warned of the leak.",
        "Mayor Tuuli Holm, a columnist of the Post, said that the dam was safe.",
        "Mayor Tuuli Holm said after the interview of the minister that the dam was safe.",
    ],
)
def test_a_letter_or_paper_that_is_only_spoken_of_is_no_occasion(built, report, text):
    situation = built(report(text, published="2025-03-11"))

    assert {s.occasion for s in situation.statements} == {None}


def test_what_is_said_at_one_press_conference_in_two_outlets_has_one_occasion(built, report):
    situation = built(
        report(
            "At a press conference on Monday, Mayor Tuuli Holm said that the dam was safe. “I sleep well,” she added.",
            outlet="A",
            published="2025-03-11",
        ),
        report(
            "Mayor Tuuli Holm told a news conference on Monday that nobody had to leave the valley.",
            outlet="B",
            published="2025-03-11",
        ),
    )

    assert len({s.occasion for s in situation.statements}) == 1
    assert len({e.id for e in situation.events}) == 1


def test_what_is_said_at_a_press_conference_after_a_call_was_not_said_in_the_call(built, report):
    situation = built(
        report(
            "Mayor Tuuli Holm told minister Arvo Lindqvist in a phone call on Monday that the dam was safe.\n\n"
            "At a press conference later on Monday, Holm said that the valley had been lucky.",
            published="2025-03-11",
        )
    )
    by_id = {e.id: e for e in situation.events}

    types = {by_id[s.occasion].type for s in situation.statements if s.occasion}
    later = next(s for s in situation.statements if s.occasion and by_id[s.occasion].type is None)
    assert types == {"CONSULT", None}
    assert later.addressees == ()


def test_what_is_told_of_monday_was_not_said_on_monday(built, report):
    situation = built(report("Tuuli Holm said: “He told us on Monday that he was ill.”", published="2025-03-13"))

    (told,) = (s for s in situation.statements if s.tellings[0].form == "direct")
    assert told.when is not None
    assert told.when.latest.isoformat() == "2025-03-13"


def test_the_sides_of_a_call_are_the_two_who_spoke(built, report):
    situation = built(
        report(
            "President Ivo Marsk of Norland spoke by phone with President Mirko Dorval of Kestria on Monday. "
            "The two presidents agreed that the bridge would stay open.",
            published="2025-03-11",
        )
    )
    names = {e.id: e.name for e in situation.entities}

    told = next(s for s in situation.statements if s.tellings[0].form == "indirect")
    assert sorted(names[s] for s in told.speakers) == ["Ivo Marsk", "Mirko Dorval"]


def test_what_is_said_in_a_call_is_known_through_the_office_that_told_of_it(built, report):
    situation = built(
        report(
            "President Ivo Marsk spoke by telephone with minister Tuuli Holm on Monday, his office said. "
            "He expressed his concern over the bridge.",
            published="2025-03-11",
        )
    )
    names = {e.id: e.name for e in situation.entities}

    (told,) = (s for s in situation.statements if s.tellings[0].form == "nominal")
    assert [names[s] for s in told.speakers] == ["Ivo Marsk"]
    assert [names[v].split()[0] for v in told.tellings[0].via] == ["office"]


def test_who_tells_what_was_said_in_a_call_does_so_after_it(built, report):
    situation = built(
        report(
            "Minister Tuuli Holm spoke by telephone with minister Arvo Lindqvist on Monday. "
            "Lindqvist promised that the bridge would stay open, Holm said.",
            published="2025-03-11",
        )
    )
    names = {e.id: e.name for e in situation.entities}

    occasions = {names[s.speakers[0]]: s.occasion for s in situation.statements}
    assert occasions["Tuuli Holm"] is None
    assert occasions["Arvo Lindqvist"] is not None
