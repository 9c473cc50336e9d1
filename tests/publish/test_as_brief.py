import re

from msgspec.structs import replace

from consilience.publish import to_brief
from consilience.publish.as_brief import plain

MARKS = re.compile(r"\[([A-Z]+\d+(?: [A-Z]+\d+)*)\]")


def test_every_sentence_carries_its_citation(situation):
    lines = to_brief(situation).decode().splitlines()

    assert len([line for line in lines if line.startswith("- ")]) > 30
    assert all(MARKS.search(line) for line in lines if line.startswith("- "))


def test_every_mark_is_resolved_in_the_last_section(situation):
    told, passages = to_brief(situation).decode().split("## Passages cited")
    used = {mark for marks in MARKS.findall(told) for mark in marks.split()}

    assert used == set(re.findall(r"^- \[([A-Z]+\d+)\]", passages, re.MULTILINE))


def test_a_plan_is_no_fact(situation):
    brief = to_brief(situation).decode()

    assert "the foreign ministers meet in Vienna (planned)" in brief
    assert "Kestrian troops cross the border (denied)" in brief


def test_text_of_reports_is_no_markup(situation):
    brief = to_brief(replace(situation, title="# <b>*Bold*</b>\n[x](javascript:1)")).decode()

    assert brief.startswith("# \\# \\<b\\>\\*Bold\\*\\</b\\> \\[x\\](javascript:1)\n")


def test_two_writings_are_the_same_bytes(situation):
    assert to_brief(situation) == to_brief(situation)


def test_plain_text_stays_readable():
    assert plain("He said: 3 a.m., and left.") == "He said: 3 a.m., and left."
