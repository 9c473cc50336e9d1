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
