"""One entity across reports, and two that stay two."""

import pytest


def named(situation, *names):
    """Return the ids of the entities that bear one of *names*."""
    return {e.id for e in situation.entities if {e.name, *e.aliases} & set(names)}


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        (
            "President Samira Kholova resigned.",
            "President Samira Holova resigned.",
            ("Samira Kholova", "Samira Holova"),
        ),
        ("Minister Jürgen Çelik left.", "Minister Jurgen Celik left.", ("Jürgen Çelik", "Jurgen Celik")),
        ("The Northern River Commission (NRC) met.", "The NRC met in Oslo.", ("Northern River Commission", "NRC")),
        ("Turkey sent a team.", "Türkiye sent a team.", ("Turkey", "Türkiye")),
        ("Kestria closed its border.", "The Kestrian army moved.", ("Kestria", "Kestrian")),
        ("Mayor Arvo Lindqvist left.", "Lindqvist came back.", ("Arvo Lindqvist", "Lindqvist")),
        (
            "Prime Minister Rovaneh Obi of Kestria left.",
            "The Kestrian premier left.",
            ("Rovaneh Obi", "premier (Kestria)"),
        ),
        ("Chief Matej Horvat left.", "The queen will visit Oslo together with Horvat.", ("Matej Horvat", "Horvat")),
        ("General Idris Okambo left.", "Okambo declared victory.", ("Idris Okambo", "Okambo")),
        (
            "President Davit Qorastevan of Kestria left.",
            "President Ghorastevan left.",
            ("Davit Qorastevan", "Ghorastevan"),
        ),
        ("President Sadan Jabarin left.", "Mr Japarin came back.", ("Sadan Jabarin", "Japarin")),
        ("Davit Kamsarov left.", "Davit Gamsarov came back.", ("Davit Kamsarov", "Davit Gamsarov")),
        ("Rania Selvanov left.", "Rania Selvanova came back.", ("Rania Selvanov", "Rania Selvanova")),
    ],
)
def test_one_thing_under_two_names_is_one_entity(built, report, one, other, names):
    situation = built(report(one, outlet="A"), report(other, outlet="B"))

    assert len(named(situation, *names)) == 1


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        ("Mayor Arvo Lindqvist left.", "Mayor Tuuli Lindqvist left.", ("Arvo Lindqvist", "Tuuli Lindqvist")),
        ("Nigeria sent a team.", "Niger sent a team.", ("Nigeria", "Niger")),
        ("The KTN Board met in Oslo.", "The KTM Board met in Oslo.", ("KTN Board", "KTM Board")),
        ("North Korea fired.", "South Korea fired.", ("North Korea", "South Korea")),
        ("Ivan Lukashenko left.", "Ivan Lukashevich left.", ("Ivan Lukashenko", "Ivan Lukashevich")),
        (
            "President Davit Qorastevan of Kestria left.",
            "Minister Ghorastevan left.",
            ("Davit Qorastevan", "Ghorastevan"),
        ),
        ("Joanna Barker left.", "Joanna Parker left.", ("Joanna Barker", "Joanna Parker")),
        ("Mario Contelli left.", "Maria Contelli left.", ("Mario Contelli", "Maria Contelli")),
        ("Oskaran Petlinov left.", "Oskarana Petlinova left.", ("Oskaran Petlinov", "Oskarana Petlinova")),
    ],
)
def test_two_things_with_like_names_are_two_entities(built, report, one, other, names):
    situation = built(report(one, outlet="A"), report(other, outlet="B"))

    assert len(named(situation, *names)) == 2


def test_the_foreign_ministries_of_two_states_are_two(built, report):
    situation = built(
        report("The Norwegian foreign ministry said the border was open.", outlet="A"),
        report("The Swedish foreign ministry said the border was closed.", outlet="B"),
    )

    assert len({s.speakers for s in situation.statements}) == 2


def test_a_surname_two_people_share_joins_neither(built, report):
    situation = built(
        report("Mayor Arvo Lindqvist left.", outlet="A"),
        report("Senator Tuuli Lindqvist stayed.", outlet="B"),
        report("Nobody in Oslo had seen Lindqvist.", outlet="C"),
    )

    assert len(named(situation, "Lindqvist")) >= 1
    assert len([e for e in situation.entities if "Lindqvist" in e.name]) == 3


def test_a_body_of_three_common_words_is_one_where_no_second_state_has_it(built, report):
    situation = built(
        report("Norway's National Emergency Directorate counted nine dead.", outlet="A", published="2025-03-10"),
        report("The National Emergency Directorate (NED) counted ten dead.", outlet="B", published="2025-03-11"),
        report("Norway's emergency directorate counted ten dead.", outlet="C", published="2025-03-11"),
    )

    (directorate,) = (e for e in situation.entities if "irectorate" in e.name)
    assert len({m.span.document for m in directorate.mentions}) == 3


def test_two_states_may_each_have_such_a_body(built, report):
    situation = built(
        report("Norway's National Emergency Directorate counted nine dead.", outlet="A", published="2025-03-10"),
        report("Sweden's National Emergency Directorate counted ten dead.", outlet="B", published="2025-03-11"),
    )

    assert len([e for e in situation.entities if "irectorate" in e.name]) == 2


def test_the_ministry_in_a_town_is_the_one_whose_release_is_datelined_there(built, report):
    release = report(
        "Torv, 12 March The Ministry of Foreign Affairs rejects the language of threats. Norland will keep the dam, and "
        "its engineers met in Torv this morning.",
        headline="MINISTRY OF FOREIGN AFFAIRS OF NORLAND\nStatement No. 12\n\nStatement on the dam",
        outlet="Ministry of Foreign Affairs of Norland",
        published="2025-03-12",
    )
    here = report("The ministry in Torv rejected “the language of threats”.", outlet="A", published="2025-03-13")
    elsewhere = report("The ministry in Senava rejected “the language of threats”.", outlet="B", published="2025-03-13")

    situation = built(release, here, elsewhere)

    (told,) = (s for s in situation.statements if len(s.tellings) > 1)
    assert {t.content.document for t in told.tellings} == {
        d.id for d in situation.documents if d.outlet in {"A", "Ministry of Foreign Affairs of Norland"}
    }


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("President Samira Kholova of Kestria called President Ilian Brodesku of Marovia. The two presidents agreed to open the border.", True),
        ("Minister Arvo Lindqvist met Minister Rita Holm in Oslo. Both ministers welcomed the offer of Austria.", True),
        ("President Samira Kholova of Kestria called Ilian Brodesku. The two presidents agreed to open the border.", False),
        ("President Samira Kholova of Kestria called President Ilian Brodesku of Marovia. Two presidents agreed to open the border.", False),
        ("President Samira Kholova called President Ilian Brodesku and President Omar Tal. The presidents agreed to open the border.", False),
    ],
)  # fmt: skip
def test_two_told_by_the_office_that_both_hold_are_those_two(built, report, text, both):
    situation = built(report(text, published="2025-03-11"))
    names = {e.id: e.name for e in situation.entities}

    deed = next(e for e in situation.events if e.type in {"AGREE", "SUPPORT"})
    assert ({names[a] for a in deed.actors} <= {e.name for e in situation.entities if e.is_named}) is both
    assert len(deed.actors) == (2 if both else 1)


@pytest.mark.parametrize(
    ("other", "one"),
    [
        ("The Northern Pact, a Kestrian-led military alliance, sent troops.", True),
        ("The Northern Pact, a Marovian-led military alliance, sent troops.", False),
        ("The Northern Pact, a Kestrian-led alliance, met. The Dawn Council, a Kestrian-led coalition, left.", False),
    ],
)
def test_an_alliance_told_by_who_leads_it_is_the_one_that_another_report_names(built, report, other, one):
    situation = built(
        report("The president of Kestria turned to a Kestria-led military bloc for help.", outlet="A"),
        report(f"Kestria and Marovia share a border. {other}", outlet="B"),
    )
    pact = next(e for e in situation.entities if e.name == "Northern Pact")

    assert (len({m.span.document for m in pact.mentions}) == 2) is one


def test_a_surname_with_mr_is_the_man_s_of_two_who_bear_it(built, report):
    situation = built(
        report("Joseph Banda met his cousin Rose Banda, the chief justice, and she left.", outlet="A"),
        report("Mr Banda was tired.", outlet="B"),
    )

    assert len(named(situation, "Joseph Banda", "Banda")) == 1


def test_a_leader_told_by_name_alone_is_of_his_state_and_his_namesake_is_not(built, report):
    record = built(
        report("Putin said he rejected the plan. Arvo Lindqvist welcomed it.", outlet="A", published="2015-03-11"),
        report("The fisherman Ivar Obama rejected the plan.", outlet="B", published="2015-03-11"),
    )

    homes = {e.name: e.country for e in record.entities if e.kind == "person"}

    assert homes == {"Putin": "RUS", "Arvo Lindqvist": None, "Ivar Obama": None}
