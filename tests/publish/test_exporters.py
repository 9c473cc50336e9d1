from pathlib import Path

import pytest

from consilience.publish import EXPORTERS, FILE_NAMES

USAGE = (Path(__file__).parents[2] / "docs" / "usage.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_form_has_a_file_name_and_a_place_in_the_documentation(name):
    assert f"| `{name}` | `{FILE_NAMES[name]}` |" in USAGE


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_form_is_deterministic(name, situation):
    assert EXPORTERS[name](situation) == EXPORTERS[name](situation)


def test_the_list_of_forms_cannot_be_changed_by_accident():
    with pytest.raises(TypeError):
        EXPORTERS["json"] = None
