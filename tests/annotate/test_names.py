"""Who and what a report speaks of."""

import pytest
from tests.conftest import quote

from consilience.annotate import annotate, parsed
from consilience.read.documents import make_document
from consilience.read.page import Page


def chain_of(notes, words):
    """Return the chain whose mention has these words."""
    (found,) = {m.chain for m in notes.mentions if quote(notes, m) == words}
    return notes.chains[found]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Foreign Minister Arvo Lindqvist arrived in Oslo.", "Arvo Lindqvist", "person"),
        ("The envoy, Milena Duarte, spoke in Vienna.", "Milena Duarte", "person"),
        ("Duarte, 58, runs the mission.", "Duarte", "person"),
        ("The Ministry of Health gave no figure.", "Ministry of Health", "organisation"),
        ("The Harbour Workers Union called a strike.", "Harbour Workers Union", "organisation"),
        ("The convoy left for Norway.", "Norway", "state"),
        ("Soldiers guarded Pier 4 all night.", "Pier 4", "place"),
        ("The ferry sank in the Strait of Karu.", "Strait of Karu", "place"),
        ("The wounded are in the hospital of Karim Sorel.", "Karim Sorel", "place"),
        ("Fires burned in Senara province.", "Senara", "place"),
        ("The operating company, Ilna Marsh, gave no figure.", "Ilna Marsh", "organisation"),
    ],
)
def test_a_name_has_its_kind(annotated, text, words, kind):
    assert chain_of(annotated(text), words).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "On Monday and in January nothing moved.",
        "The President of the Republic spoke.",
        "Resolution 14 was adopted, and Article 5 was not.",
        "GMT is an hour behind.",
        "Neighbouring villages sent rescuers.",
        "Nordic leaders met in a hurry.",
        "Arctic-speaking peoples met in a hurry.",
        "They shouted “Long Walk Home!” all night.",
        "The gate after the fire (NPA Photo)",
    ],
)
def test_what_is_capitalised_is_not_always_a_name(annotated, text):
    notes = annotated(text)

    assert [quote(notes, m) for m in notes.mentions if m.form == "name"] == []


def test_a_first_word_that_is_a_name_elsewhere_belongs_to_its_noun(annotated):
    notes = annotated("Border guards left the gate. The Border Agency knew.")

    assert [quote(notes, m) for m in notes.mentions if m.form == "name"] == ["Border Agency"]


def test_a_firm_of_two_partners_is_one_name(annotated):
    assert chain_of(annotated("In Vell, Karsten & Holm sold the yard."), "Karsten & Holm").kind == "organisation"


def test_a_name_to_which_a_participle_is_glued_stays_a_name(annotated):
    assert chain_of(annotated("The Tesso-based firm sold the yard in Vell."), "Tesso").named


def test_who_is_listed_with_people_is_a_person(annotated):
    notes = annotated("She spoke with Ana Lima, Ivo Marsk and Tarvanyo, the office said.")

    assert chain_of(notes, "Tarvanyo").kind == "person"


def test_a_body_keeps_the_name_it_had(annotated):
    notes = annotated(
        "The Organization of Northern Ports met on Monday. The organization (formerly the Ports Council) has ten members."
    )

    assert chain_of(notes, "Ports Council") == chain_of(notes, "Organization of Northern Ports")


def test_force_is_nobody_and_state_media_are_who_reports(annotated):
    notes = annotated("The use of force is banned. Twelve officers were wounded, state media reports said.")

    assert [c.name for c in notes.chains if c.kind == "organisation"] == ["state media"]


def test_a_title_is_no_part_of_the_name_and_becomes_a_role(annotated):
    notes = annotated("Deputy Prime Minister Arvo Lindqvist left Finland.")

    chain = chain_of(notes, "Arvo Lindqvist")

    assert [h.title for h in chain.holdings] == ["deputy prime minister"]


def test_a_surname_means_the_full_name_of_the_report(annotated):
    notes = annotated("Arvo Lindqvist flew to Riga. Lindqvist met nobody.")

    assert chain_of(notes, "Lindqvist").name == "Arvo Lindqvist"


def test_two_people_of_one_surname_stay_two(annotated):
    notes = annotated("Arvo Lindqvist resigned. His sister, Senator Tuuli Lindqvist, did not.")

    assert chain_of(notes, "Arvo Lindqvist") is not chain_of(notes, "Tuuli Lindqvist")


def test_an_acronym_in_brackets_means_the_name_before_it(annotated):
    notes = annotated("The Northern River Commission (NRC) met. The NRC gave no reason.")

    assert {m.chain for m in notes.mentions if quote(notes, m) == "NRC"} == {
        m.chain for m in notes.mentions if quote(notes, m) == "Northern River Commission"
    }


def test_an_adjective_belongs_to_its_state_even_one_no_table_knows(annotated):
    notes = annotated("Kestria closed the border. The Kestrian army moved north.")

    (adjective,) = [m for m in notes.mentions if quote(notes, m) == "Kestrian"]

    assert (adjective.form, notes.chains[adjective.chain].name) == ("adjective", "Kestria")


def test_a_pronoun_means_the_subject_that_fits(annotated):
    notes = annotated("President Milena Duarte met Prime Minister Arvo Lindqvist. She left at noon.")

    (she,) = [m for m in notes.mentions if quote(notes, m) == "She"]

    assert notes.chains[she.chain].name == "Milena Duarte"


def test_his_counterpart_has_his_role_in_the_other_state(annotated):
    notes = annotated("Foreign Minister Arvo Lindqvist of Finland called his Swedish counterpart, Britta Holm.")

    (held,) = chain_of(notes, "Britta Holm").holdings

    assert (held.title, notes.chains[held.of].name) == ("foreign minister", "Sweden")


def test_the_ministry_means_the_ministry_named_before(annotated):
    notes = annotated("The Norwegian health ministry gave a toll of nine. The ministry will report again.")

    assert len({m.chain for m in notes.mentions if "ministry" in quote(notes, m)}) == 1


def test_the_president_of_another_state_is_not_the_president_spoken_of_before(annotated):
    notes = annotated(
        "The President of the Republic, Anna Berg, spoke to the press. Earlier the President spoke with the President of "
        "France. The President of Turkey called on all sides to show restraint."
    )

    berg = {quote(notes, m) for m in notes.mentions if notes.chains[m.chain].name == "Anna Berg"}

    assert berg & {"the President of France", "The President of Turkey"} == set()


def test_the_head_of_state_is_of_no_state_by_these_words(annotated):
    notes = annotated(
        "President Anna Berg of Norway met Per Dahl of Sweden in Sweden. The Head of State thanked Sweden."
    )

    (office,) = [m for m in notes.mentions if quote(notes, m) == "The Head of State"]
    assert notes.chains[office.chain].name == "Anna Berg"


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        (
            "Kholova called President Ilian Brodesku and President Omar Tal.",
            {"Ilian Brodesku": "president", "Omar Tal": "president"},
        ),
        (
            "He met Minister of Health Ada Holm and Finance Minister Piet Saar.",
            {"Ada Holm": "minister of health", "Piet Saar": "finance minister"},
        ),
        ("Presidents Ada Holm and Piet Saar met.", {"Ada Holm": "president", "Piet Saar": "president"}),
        (
            "Prime Ministers Ada Holm of Kestria and Piet Saar of Marovia met, and Omar Tal left.",
            {"Ada Holm": "prime minister", "Piet Saar": "prime minister", "Omar Tal": None},
        ),
        ("The officials Ada Holm met were angry.", {"Ada Holm": None}),
    ],
)
def test_each_of_several_holders_is_one_person_with_the_office(annotated, text, holders):
    notes = annotated(text)
    people = {c.name: next((h.title for h in c.holdings), None) for c in notes.chains if c.kind == "person" and c.named}

    assert {name: people[name] for name in holders} == holders


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Rovaneh Obi met the general. Her office said so. He left.", "He", "general"),
        ("Colonel Felix Ndoro spoke. Omar Tal's whereabouts were unknown. His wife wept.", "His", "Omar Tal"),
        ("Omar Tal saw the judge. Felix Ndoro told him to leave.", "him", "Omar Tal"),
        (
            "Prime Minister Rovaneh Obi spoke. Foreign Minister Ada Holm called an envoy. The Minister left.",
            "The Minister",
            "Ada Holm",
        ),
    ],
)
def test_who_is_meant_is_told_by_gender_grammar_and_office(annotated, text, pronoun, name):
    assert chain_of(annotated(text), pronoun).name == name


def test_their_son_is_no_agency_s(annotated):
    notes = annotated("Claire Holm told the agency CNA so. Their son, Patrick Holm, went into hiding.")

    assert all(h.of is None for h in chain_of(notes, "Patrick Holm").holdings)


def test_a_patient_man_holds_no_office_and_a_chief_justice_does(annotated):
    notes = annotated("Omar Tal is a patient man. The chief justice, Rose Banda, left.")

    assert chain_of(notes, "Omar Tal").holdings == ()
    assert [h.title for h in chain_of(notes, "Rose Banda").holdings] == ["chief justice"]


def pronouns(notes, word):
    """Return the names of what a pronoun means, each time it stands."""
    return [notes.chains[m.chain].name for m in notes.mentions if m.form == "pronoun" and quote(notes, m) == word]


def test_what_somebodys_lawyer_says_of_him_is_of_that_person(annotated):
    notes = annotated("Omar Siddal was held at a barracks. His lawyer denied the claim that he had resigned.")

    assert pronouns(notes, "he") == ["Omar Siddal"]


def test_a_thing_of_the_same_sentence_is_nobody_named_before(annotated):
    notes = annotated(
        "The Ministry of Health gave no figure. The ship was towed to the port, where it arrived at noon."
    )

    assert pronouns(notes, "it") == []


def test_who_only_tells_between_commas_is_not_who_is_told_of(annotated):
    notes = annotated("Omar Siddal was alone that night when, a cousin told me, he rang her. He did not resign.")

    assert set(pronouns(notes, "he") + pronouns(notes, "He")) == {"Omar Siddal"}


def test_a_minister_of_a_state_and_the_name_behind_the_comma_are_one(annotated):
    notes = annotated(
        "Anna Berg held a telephone conversation today with the Foreign Minister of Calanthe, Luc Ferrand."
    )

    assert chain_of(notes, "the Foreign Minister of Calanthe").name == "Luc Ferrand"


def test_the_president_is_not_a_courts(annotated):
    notes = annotated(
        "The Supreme Court annulled the vote, its president, Isaura Mendes, announced. Omar Siddal remains acting "
        "president. The President was not there."
    )

    assert chain_of(notes, "The President").name == "Omar Siddal"


def test_half_of_a_hyphened_word_describes_nobody(annotated):
    notes = annotated("Plain-clothes officers arrested Zeferino Quade.")

    assert chain_of(notes, "Plain-clothes officers").name == "officers"


def test_the_press_service_of_a_president_is_not_his_state(annotated):
    notes = annotated("The Press Service of the President of the Republic of Kazakhstan said that nothing was agreed.")

    named = {c.name: c.kind for c in notes.chains if c.named}
    assert named["Press Service of the President"] == "organisation"
    assert named["Republic of Kazakhstan"] == "state"


def test_a_ministry_of_somebody_unknown_is_nobody_elses(annotated):
    notes = annotated("Xorvand’s foreign ministry did not answer. The Omani foreign ministry said that it was over.")

    ministries = [c for c in notes.chains if c.name == "foreign ministry"]
    assert len(ministries) == 2


def test_a_ministry_of_one_state_is_not_that_of_another_whatever_its_adjective_is_taken_for(annotated):
    notes = annotated("Norway's foreign ministry did not answer. The Omani foreign ministry said that it was over.")

    ministries = [c for c in notes.chains if c.name == "foreign ministry"]
    assert len(ministries) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Brandt's party, the People's Alternative, has 31 seats.", {"People's Alternative"}),
        ("Castell-Roig carried her son out.", {"Castell-Roig"}),
        ("The plane was an Airbus A400M. Foreign minister Hanna Vasser left.", {"Hanna Vasser"}),
    ],
)
def test_names_begin_and_end_where_they_should(annotated, text, names):
    found = {c.name for c in annotated(text).chains if c.named}

    assert names <= found
    assert not {n for n in found if "Foreign" in n or n in {"People", "Alternative", "Roig"}}


def test_a_colonel_s_surname_is_his_and_not_that_of_the_brother_named_last(annotated):
    notes = annotated("Colonel Milan Drevic is the uncle of Zoran Drevic. Colonel Drevic lost a friend last year.")

    assert chain_of(notes, "Drevic").name == "Milan Drevic"


def test_who_wrote_the_report_is_nobody_it_speaks_of(grammar):
    text = "Siege in Velmora goes on\n\nBy Luis Ortega\n\nOne of the men called. The other is believed to be his brother.\n"
    (parse,) = parsed([make_document(Page(path="a.txt", text=text))], grammar)
    notes = annotate(parse)

    assert "Luis Ortega" in {c.name for c in notes.chains}
    assert "Luis Ortega" not in pronouns(notes, "his")


def test_an_agency_in_a_dateline_is_no_place(annotated):
    assert chain_of(annotated("Velmora, Feb 14 (Reuters) - A clerk left the bank."), "Reuters").kind == "organisation"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ruben Castor, the Minister of the Interior, left.", "interior minister"),
        ("Ruben Castor, acting Minister of Foreign Affairs, left.", "acting foreign minister"),
        ("Ruben Castor, an uncle of the two suspects, left.", "uncle"),
        ("Marek Drevic's uncle, Ruben Castor, left.", "uncle"),
    ],
)
def test_a_role_is_told_by_its_office_and_its_business(annotated, text, role):
    assert [h.title for h in chain_of(annotated(text), "Ruben Castor").holdings] == [role]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("The Vesna Union waits. The case is before the Karu Court, which has put off its ruling.", "its", "Karu Court"),
        (
            "The Vesna Union marched. Some 11 people died, according to the Karu Ministry. It said that more were hurt.",
            "It",
            "Karu Ministry",
        ),
        ("President-elect Anna Vesk won. Our President-elect waits. On Monday she received Emil Tarn.", "she", "Anna Vesk"),
    ],
)  # fmt: skip
def test_a_pronoun_takes_whom_its_clause_or_the_source_before_it_names(annotated, text, pronoun, name):
    notes = annotated(text)

    (chain,) = {m.chain for m in notes.mentions if quote(notes, m) == pronoun}

    assert notes.chains[chain].name == name


def test_it_is_no_body_where_something_was_done_to_a_thing_before(annotated):
    notes = annotated("The mayor told Karu Radio. She said the curfew would be lifted. It was never applied at sea.")

    assert "It" not in {quote(notes, m) for m in notes.mentions}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Three Iranians were arrested.", "Three Iranians", "group"),
        ("An Iranian was arrested.", "An Iranian", "person"),
        ("The Iranians left the talks.", "Iranians", "state"),
        ("An Iranian destroyer sank.", "Iranian", "state"),
    ],
)
def test_some_of_a_people_are_not_its_state(annotated, text, words, kind):
    assert chain_of(annotated(text), words).kind == kind


def test_leaders_of_several_states_are_not_those_of_the_one_spoken_of(annotated):
    notes = annotated(
        "Norway waits. Anna Vesk spoke with leaders of the member countries. Leaders of the country stayed."
    )

    owners = [c.of for c in notes.chains if c.name == "leaders"]

    assert [None if o is None else notes.chains[o].name for o in owners] == [None, "Norway"]


def test_the_government_is_not_a_new_one_that_is_hoped_for(annotated):
    notes = annotated("Anna Vesk hoped for a new government. The government resigned on Monday.")

    assert sorted(c.name for c in notes.chains if "government" in c.name) == ["government", "new government"]


def test_it_is_the_statement_that_the_sentence_before_speaks_of(annotated):
    notes = annotated("Norway waits. The statement said that Norway was calm. It called for patience.")

    assert "It" not in {quote(notes, m) for m in notes.mentions}


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The release came as Norway announced it would free forty sailors.", {"Norway"}),
        ("The release came as Norway denied that it had held them.", {"Norway"}),
        ("The ship was towed after the ministry said it would sink.", set()),  # the ship
    ],
)
def test_who_announces_what_it_will_do_is_meant(annotated, text, whose):
    assert set(pronouns(annotated(text), "it")) == whose


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Health and Safety Executive said it would look into it.", "Health and Safety Executive"),
        ("The Peace and Security Council met on Monday.", "Peace and Security Council"),
    ],
)
def test_a_body_may_say_its_two_matters(annotated, text, name):
    assert chain_of(annotated(text), name).kind == "organisation"


def test_a_state_and_a_body_are_two(annotated):
    assert {"France", "European Commission"} <= {
        c.name for c in annotated("France and the European Commission met.").chains
    }
