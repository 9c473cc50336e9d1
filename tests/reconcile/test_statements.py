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
