"""The house: small modules, documented doors."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "consilience"
MODULES = sorted(SOURCE.rglob("*.py"))
#: A module past this is more than one thought.
LONGEST_MODULE = 420
LONGEST_FUNCTION = 60


@pytest.mark.parametrize("module", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_a_module_can_be_held_in_the_head(module):
    text = module.read_text(encoding="utf-8")

    assert text.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("module", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_a_module_says_what_it_is(module):
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))


def test_only_the_doors_and_the_cache_touch_clock_and_environment():
    allowed = {"cli", "evaluation"}
    for module in MODULES:
        if module.relative_to(SOURCE).parts[0] in allowed or module.name in {"cache.py", "spacy_grammar.py"}:
            continue
        text = module.read_text(encoding="utf-8")
        assert not re.search(r"\bos\.environ|datetime\.now|date\.today|time\.time\(|\brandom\b\.", text), module


def test_every_command_and_option_is_documented():
    from typer.main import get_command

    from consilience.cli import app

    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/usage.md"))
    for name, command in get_command(app).commands.items():
        assert f"consilience {name}" in text, name
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--") and option != "--help":
                    spellings = {*parameter.opts}
                    assert any(re.search(rf"(?<![\w-]){re.escape(o)}(?![\w-])", text) for o in spellings), (
                        f"{name} {option}"
                    )
