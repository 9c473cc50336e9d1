"""One utterance across reports."""


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
