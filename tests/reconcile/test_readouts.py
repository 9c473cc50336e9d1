"""Reports that carry a readout which is not in the pile itself."""

CALL = {
    "Post": "In a statement, the Ostland presidency said President Ada Lund told her counterpart Bo Ek that Ostland would "
    "keep the strait open to every ship that carries grain. Fishermen at Kelm mended their nets and shrugged.",
    "Wave": "President Ada Lund told her counterpart Bo Ek by telephone that Ostland would keep the strait open to every "
    "ship that carries grain. The price of bread in Tarn has risen by a fifth since March, bakers complain.",
    "Tribune": "Ada Lund told Bo Ek that Ostland would keep the strait open to every ship that carries grain. Our "
    "correspondent counted nine tankers at anchor off Kelm, none of which had moved for a week.",
}


def test_outlets_that_carry_a_readout_which_one_of_them_names_are_one_source_with_that_office(built, report):
    situation = built(*(report(text, outlet=outlet, headline=f"What {outlet} knows") for outlet, text in CALL.items()))

    (family,) = [f for f in situation.families if f.reason != "alone"]
    assert (len(family.documents), family.reason) == (3, "same readout")
    assert "presidency" in next(e.name for e in situation.entities if e.id == family.origin)


def test_a_reprint_of_a_report_that_names_an_office_is_the_same_text(built, report):
    text = CALL["Post"]

    situation = built(*(report(text, outlet=o, headline=f"What {o} knows") for o in ("Post", "Wave")))

    assert [f.reason for f in situation.families if f.reason != "alone"] == ["same text"]
