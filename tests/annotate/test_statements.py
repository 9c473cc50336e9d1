"""Who said what to whom, in every form."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import quote


def said(notes):
    """Return (form, act, speakers, content) of every statement."""
    return [
        (s.form, s.act, [notes.chains[c].name for c in s.speakers], quote(notes, s).strip('“”".,'))
        for s in notes.statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Governor Milena Duarte said the bridge would stay closed.",
            ("indirect", "say", ["Milena Duarte"], "the bridge would stay closed"),
        ),
        (
            "The bridge will stay closed, Governor Milena Duarte said on Friday.",
            ("indirect", "say", ["Milena Duarte"], "The bridge will stay closed"),
        ),
        (
            '"We will rebuild the bridge by summer," Governor Milena Duarte said.',
            ("direct", "say", ["Milena Duarte"], "We will rebuild the bridge by summer"),
        ),
        (
            "“We will rebuild the bridge. It will take a year,” said Governor Milena Duarte.",
            ("direct", "say", ["Milena Duarte"], "We will rebuild the bridge. It will take a year"),
        ),
        (
            "Governor Milena Duarte called the delay “a shame for the whole valley”.",
            ("mixed", "say", ["Milena Duarte"], "a shame for the whole valley"),
        ),
        (
            "According to Norway, nobody was on the bridge at night.",
            ("indirect", "say", ["Norway"], "nobody was on the bridge at night"),
        ),
        (
            "Governor Milena Duarte expressed her condolences to the families.",
            ("nominal", "condole", ["Milena Duarte"], "her condolences"),
        ),
        (
            "Norway denied that its ship had been there.",
            ("indirect", "deny", ["Norway"], "its ship had been there"),
        ),
        (
            "Norway urged all sides to show restraint.",
            ("nominal", "urge", ["Norway"], "all sides to show restraint"),
        ),
    ],
)
def test_a_turn_of_phrase_is_a_statement(annotated, text, expected):
    assert expected in said(annotated(text))


@pytest.mark.parametrize(
    "text",
    [
        "Governor Milena Duarte did not say when the bridge would open.",
        "The so-called “bridge of sighs” stood for a century.",
        "The talks could say more about Norway than about the bridge.",
    ],
)
def test_what_nobody_said_is_no_statement(annotated, text):
    assert [s for s in said(annotated(text)) if s[0] != "nominal"] == []


def test_a_quotation_over_two_paragraphs_is_one(annotated):
    notes = annotated(
        '"We lost the lower town in a night.\n\n"We will not lose the upper one," Mayor Arvo Lindqvist said.'
    )

    assert [(s[0], s[2]) for s in said(notes)] == [("direct", ["Arvo Lindqvist"])]


def test_a_quotation_without_a_cue_goes_on_from_the_one_before(annotated):
    notes = annotated('"We lost the town," Mayor Arvo Lindqvist said. "We will build it again."')

    assert [s[2] for s in said(notes)] == [["Arvo Lindqvist"], ["Arvo Lindqvist"]]


def test_the_one_who_passes_a_statement_on_is_named_beside_its_speaker(annotated):
    notes = annotated("The Swedish presidency said Milena Duarte told reporters that the bridge was safe.")

    inner = next(s for s in notes.statements if quote(notes, s) == "the bridge was safe")

    assert [notes.chains[c].name for c in inner.speakers] == ["Milena Duarte"]
    assert len(inner.via) == 1


def test_those_spoken_to_are_addressees(annotated):
    notes = annotated("Governor Milena Duarte told Arvo Lindqvist that the bridge was safe.")

    (s,) = notes.statements

    assert [notes.chains[c].name for c in s.addressees] == ["Arvo Lindqvist"]


@pytest.mark.parametrize(
    "text",
    ['He said: "', "“““", '"A" "B" "C', "‘Tis the ’90s, “she said, ‘no’.", '"' * 50, "SAID SAID SAID: SAID", "«“„»”“"],
)
def test_odd_marks_are_never_a_crash_nor_a_quotation_of_everything(annotated, text):
    notes = annotated(f"{text}\n\nThe ferry left at noon and nobody spoke.")

    assert all("ferry" not in quote(notes, s) for s in notes.statements)


def test_a_readout_is_told_by_the_office_that_issued_it(annotated):
    notes = annotated(
        "Press Service of the Council of Torv\n\nStatement No. 4\n\nAda Holm told Arvo Lindqvist that the dam was safe.\n\n"
        "The Council of Torv thanks all who helped. We remain at work, and our doors are open."
    )

    (s,) = [s for s in notes.statements if quote(notes, s) == "the dam was safe"]

    assert [notes.chains[c].name for c in s.speakers] == ["Ada Holm"]
    assert len(s.via) == 1
    assert s.via != s.speakers


def test_a_press_office_speaks_for_the_body_that_its_letterhead_names(annotated):
    notes = annotated(
        "Ada Holm told Arvo Lindqvist that the dam was safe.",
        headline="Ministry of Ports of Torv - Press Office\n3 May 2025\n\nTelephone conversation of the Minister",
    )

    (s,) = [s for s in notes.statements if quote(notes, s) == "the dam was safe"]

    assert [notes.chains[c].name for c in s.via] == ["ministry"]


def test_who_tells_us_tells_the_paper_that_the_text_names_in_short(annotated):
    notes = annotated(
        "The Beacon has learned that the dam is cracked.\n\nAda Holm told us that the pumps had failed.",
        outlet="The Northern Beacon",
    )

    (s,) = [s for s in notes.statements if quote(notes, s) == "the pumps had failed"]

    assert [notes.chains[c].name for c in s.addressees] == ["Beacon"]


def test_what_one_goes_on_to_say_is_said_to_the_same_listener(annotated):
    notes = annotated("Ada Holm told Arvo Lindqvist the order came late. “He knows it,” Holm said.")

    assert [[notes.chains[c].name for c in s.addressees] for s in notes.statements] == [["Arvo Lindqvist"]] * 2


@pytest.mark.parametrize(
    "text",
    [
        "They saw the film “The Last Harbour Pilot” in town.",
        "The rule that forms “must be filled in twice” was dropped.",
        "The sums requested in spring were never paid.",
    ],
)
def test_titles_terms_and_descriptions_are_no_statements(annotated, text):
    assert said(annotated(text)) == []


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“", "‘’", "''", "“„", "»«", "``"])
@given(
    pieces=st.lists(st.sampled_from(["{}", "{0}We stay{1}", "said", "it's", "\n\n", "1990s", ".", ","]), max_size=12)
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_quotation_swallows_a_report_whatever_its_marks(annotated, marks, pieces):
    text = " ".join(p.format(*marks) if "{0}" in p else p.replace("{}", marks[0]) for p in pieces)
    notes = annotated(f"A boat left.\n\n{text}\n\nThe ferry left at noon and nobody spoke.\n\nThe quay was empty.")

    assert all("quay" not in quote(notes, s) for s in notes.statements)


def test_who_speaks_stands_beside_the_verb_and_not_in_the_quotation(annotated):
    notes = annotated('President Ivo Marsk welcomed the offer. "Mediation, yes. Ransom, no," he noted.')

    (said,) = (s for s in notes.statements if s.form == "direct")
    assert [notes.chains[c].name for c in said.speakers] == ["Ivo Marsk"]
    assert "Ransom" not in {c.name for c in notes.chains}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Milena Duarte said that the bridge was closed and that nobody had been on it.",
            ["the bridge was closed", "nobody had been on it"],
        ),
        (
            "Milena Duarte said the bridge would stay closed; repairs will begin in May.",
            ["the bridge would stay closed"],
        ),
        (
            "Milena Duarte said the bridge would stay closed until the court had ruled, a day after a lorry fell from it.",
            ["the bridge would stay closed until the court had ruled"],
        ),
        (
            "A storm tore the roof off the station, the fire brigade said, and sent a tree through its wall.",
            ["A storm tore the roof off the station"],
        ),
        ("Eleven people are missing, according to Norway, and roads are closed.", ["Eleven people are missing"]),
        ("The mission called on both sides to wait.", ["both sides to wait"]),
        ("Milena Duarte described the delay as an act of sabotage.", ["the delay as an act of sabotage"]),
    ],
)
def test_what_is_said_ends_where_the_reporter_goes_on(annotated, text, expected):
    notes = annotated(text)

    assert [quote(notes, s) for s in notes.statements] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Nine were killed when a crowd of people fled, the director of the clinic said.", "clinic director"),
        ("“The bridge is safe.” After the vote, mayor Ada Holm said: “We will see.”", None),
        (
            "Governor Milena Duarte called the sale a necessity: “We had no choice and we would do it again.”",
            "Milena Duarte",
        ),
        ("In the words of Governor Milena Duarte, “nobody had to die on that bridge.”", "Milena Duarte"),
        ("“Nobody had to die on that bridge.” - Milena Duarte", "Milena Duarte"),
        ("Milena Duarte asked Peter Lund to wait, but he replied “I am not able to do that”.", "Peter Lund"),
        ("Ada Holm met Peter Lund. She said, “Ada Holm is what this town needs.”", None),
    ],
)
def test_nobody_is_given_words_that_another_spoke(annotated, text, speaker):
    notes = annotated(text)
    told = next(s for s in notes.statements if s.form != "nominal")

    assert [notes.chains[c].name for c in told.speakers] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    "text",
    [
        "Milena Duarte wants to announce that the bridge is safe.",
        "The court banned Milena Duarte from claiming that the bridge is safe.",
        "Two are missing; no other minister said so.",
        "Milena Duarte pointed to a table with “bridge” cakes.",
        "The list asks questions, including: “Were you on the bridge at night?”",
    ],
)
def test_what_is_not_or_not_yet_said_is_no_statement(annotated, text):
    assert [s for s in annotated(text).statements if s.form != "nominal"] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Governor Milena Duarte met Peter Lund. The statement expressed her hope for rain.", "Milena Duarte"),
        (
            "President Anton Belk of Norway called. The President of France said that the frigate would come.",
            "president",
        ),
        (
            "Norwegian President Anton Belk called on Monday. Forces in Kazakhstan have left, with the president vowing to "
            "punish them.",
            "president",
        ),
        (
            "Nine people are missing, according to the Ministry of Health. It said that two were found.",
            "Ministry of Health",
        ),
    ],
)
def test_an_office_a_wish_and_it_lead_to_whose_they_are(annotated, text, speaker):
    notes = annotated(text)

    assert [notes.chains[c].name for c in notes.statements[-1].speakers] == [speaker]


def test_a_nested_telling_is_told_the_one_who_tells_it(annotated):
    notes = annotated("Milena Duarte added that Peter Lund had told her that the bridge was safe.")
    inner = notes.statements[-1]

    assert [notes.chains[c].name for c in inner.speakers] == ["Peter Lund"]
    assert [notes.chains[c].name for c in inner.addressees] == ["Milena Duarte"]


def test_nobody_says_what_he_is_only_ready_to_do(annotated):
    assert [
        f for f in said(annotated("The crews are ready to support Norway, Milena Duarte said.")) if f[0] == "nominal"
    ] == []


def test_a_crowd_calls_out(annotated):
    notes = annotated("Chants of “Out with him!” were heard in Oslo.")

    assert [quote(notes, s) for s in notes.statements] == ["“Out with him!”"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«We will stay here until May,» said Ada Holm.", "We will stay here until May"),
        ("„We will stay here until May“, said Ada Holm.", "We will stay here until May"),
        ("“He told me ‘run, run now’ and I ran,” Ada Holm said.", "He told me ‘run, run now’ and I ran"),
        ('"We will stay, Ada Holm said. The town was quiet. "Out," they cried.', "We will stay"),
    ],
)
def test_marks_of_every_kind_close_where_they_should(annotated, text, expected):
    notes = annotated(text)

    assert quote(notes, notes.statements[0]).strip("“”«»„,") == expected
    assert [notes.chains[c].name for c in notes.statements[0].speakers] == ["Ada Holm"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Minister Ana Lima accused Norway of opening the gates.", "Norway"),
        ("President Ivo Marsk reiterated his support for Sweden.", "Sweden"),
        ("The Tern League condemned the killing of two officers.", None),
        ("Minister Ana Lima told Ivo Marsk that the gates were open.", None),
    ],
)
def test_whom_an_act_is_about(annotated, text, target):
    notes = annotated(text)

    targets = {notes.chains[s.target].name for s in notes.statements if s.target is not None}
    assert targets == ({target} if target else set())


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (  # a participle behind a comma is the one's who speaks, not of whom he speaks
            "Lawyer Piet Zander said his client had not resigned, stressing that any letter would be a forgery.",
            "Piet Zander",
            "any letter would be a forgery",
        ),
        (
            "Lawyer Piet Zander said his client had not resigned, stressing that any letter would be a forgery.",
            "Piet Zander",
            "his client had not resigned",
        ),
        (
            "President Ivo Marsk met the Council of Ports, the presidential press service said.",
            "presidential press service",
            "President Ivo Marsk met the Council of Ports",
        ),
        (
            "Tuuli Holm thanked Kari Lund for the offer but said that the teams had the fire under control, the office said.",
            "office",
            "Tuuli Holm thanked Kari Lund for the offer but said that the teams had the fire under control",
        ),
        (
            "Spokesman Piet Zander told a daily briefing that the army wanted peace.",
            "Piet Zander",
            "the army wanted peace",
        ),
        (
            "Mayor Tuuli Holm told Arvo Lindqvist during a phone call that over 40 people were missing.",
            "Tuuli Holm",
            "over 40 people were missing",
        ),
        ("Mayor Tuuli Holm made it clear that no ship would sail.", "Tuuli Holm", "no ship would sail"),
        (
            "“The leak was closed at noon,” Mayor Tuuli Holm went on.",
            "Tuuli Holm",
            "The leak was closed at noon",
        ),
        ("As Mayor Tuuli Holm put it: “Nobody will trust that dam.”", "Tuuli Holm", "Nobody will trust that dam"),
        ("Residents held up signs reading “Shame on the mayor”.", "residents", "Shame on the mayor"),
        (
            "The League of Rivers gave them three days, the League said. “Failing that, we shall act,” the statement reads.",
            "League of Rivers",
            "Failing that, we shall act",
        ),
        (
            "Asked if she would go, Mayor Tuuli Holm said that she had a job to finish.",
            "Tuuli Holm",
            "she had a job to finish",
        ),
        (
            "Mayor Tuuli Holm praised the pilot as “a man of his word”.",
            "Tuuli Holm",
            "the pilot as “a man of his word",
        ),
    ],
)
def test_a_speaker_is_found_around_corners(annotated, text, speaker, content):
    told = [(name, c) for _, _, speakers, c in said(annotated(text)) for name in speakers]

    assert (speaker, content) in told


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Tuuli Holm calls minister Arvo Lindqvist after the leak.",
        "Asked if she would go, Mayor Tuuli Holm left the room.",
        "Mayor Tuuli Holm told the minister to rule out a strike.",
    ],
)
def test_calls_questions_and_what_another_is_to_say_are_nobodys_words(annotated, text):
    assert all(act == "urge" for _, act, _, _ in said(annotated(text)))


def test_an_agency_that_quotes_a_speaker_passes_his_words_on(annotated):
    notes = annotated("The agency Northwire quoted Mayor Tuuli Holm as saying that the dam would hold.")

    (told,) = notes.statements
    assert [notes.chains[c].name for c in (*told.speakers, *told.via)] == ["Tuuli Holm", "Northwire"]


def test_a_platform_is_nobody_spoken_to(annotated):
    notes = annotated("“The dam will hold,” Mayor Tuuli Holm wrote on Facebook.")

    assert [s.addressees for s in notes.statements] == [()]


def test_a_clause_that_the_tagger_gives_no_finite_verb_is_told_according_to_somebody(annotated):
    text = "Norway's prime minister, Tuuli Holm, telephoned Arvo Lindqvist to offer help, according to the ministry."

    assert ("indirect", "say", ["ministry"], text.split(", according", maxsplit=1)[0]) in said(annotated(text))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Milena Duarte described the delay as an act of sabotage.", "accuse"),
        ("Milena Duarte spoke of “state piracy” on the river.", "accuse"),
        ("“This was not an accident. It was a crime,” Milena Duarte said.", "accuse"),
        ("“This was no crime,” Milena Duarte said.", "say"),
        ("Milena Duarte called the delay “a shame for the whole valley”.", "say"),
        ("Milena Duarte called the attack “a tragedy”.", "say"),
        ("Milena Duarte called the report “a lie”.", "deny"),
        ("Milena Duarte dismissed the report as “a summer tale”.", "deny"),
        ("Milena Duarte dismissed the criticism as interference.", "deny"),
        ("Milena Duarte said, as the widow of a man lost to murder, that the bridge would stay.", "say"),
        ("Milena Duarte spoke of the victims of a massacre.", "say"),
        ("Milena Duarte dismissed the conference as “theatre for two”.", "condemn"),
        ("“Norway will not leave its neighbour alone,” Milena Duarte said.", "support"),
        ("“You are not alone,” Milena Duarte said.", "support"),
        ("Milena Duarte said Norway stood alone in the storm.", "say"),
        ("Milena Duarte said that her country stands with the families.", "support"),
        ("“The tower stands by the river,” Milena Duarte said.", "say"),
        ("Norway asked for “moderation from everybody”.", "urge"),
        ("Norway asked for “ten pumps and a crane”.", "request"),
        ("Norway said it had offered its good offices to both sides.", "offer"),
        ("Norway said Sweden had offered its good offices to both sides.", "say"),
        ("Norway said it would send a frigate to the strait.", "say"),
        ("Norway said it would send two planes with medicine.", "offer"),
    ],
)
def test_what_is_said_can_be_another_act_than_its_verb_names(annotated, text, act):
    assert said(annotated(text))[0][1] == act


def test_who_is_spoken_of_right_behind_the_verb_does_not_speak(annotated):
    text = "On Wednesday Morn called President Sulo Karn and said Norway was ready to help."

    assert all(speakers != ["Norway"] for _, _, speakers, _ in said(annotated(text)))


def test_a_charge_is_told_with_what_it_is_for(annotated):
    notes = annotated("Mayor Paolo Rinaldi accused the ministry of ignoring a report on the hospital.")

    (charge,) = notes.statements
    assert notes.document.text[charge.start : charge.end] == "the ministry of ignoring a report on the hospital"
    assert charge.act == "accuse"
