import csv
import io

from msgspec.structs import replace

from consilience.publish import to_table


def rows(situation):
    return list(csv.DictReader(io.StringIO(to_table(situation).decode(), newline="")))


def test_a_row_an_event_with_its_names_days_and_support(situation):
    call = next(row for row in rows(situation) if row["id"] == "call")

    assert len(rows(situation)) == len(situation.events)
    assert call["actors"] == "Davit Qorashvan; Ilian Brodesku"
    assert (call["earliest"], call["latest"], call["sources"], call["reports"]) == (
        "2025-03-11",
        "2025-03-11",
        "4",
        "5",
    )
    assert call["evidence"].startswith("Qorashvan and Marovian President")


def test_a_cell_that_begins_like_a_formula_is_text(situation):
    hostile = replace(situation, events=(replace(situation.events[0], label="=HYPERLINK(1)"),))

    assert rows(hostile)[0]["label"] == "'=HYPERLINK(1)"
