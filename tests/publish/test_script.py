"""The script that is shipped is the one that its sources make, and small."""

import gzip
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "src" / "consilience" / "publish" / "templates" / "report.js"
WEB = ROOT / "web"


def test_the_script_was_built_of_these_sources():
    digest = sha256()
    for source in (WEB / "package.json", *sorted((WEB / "src").iterdir())):
        digest.update(source.read_bytes())

    assert f"sha256 {digest.hexdigest()[:16]}" in BUILT.read_text(encoding="utf-8").splitlines()[0], "run `make page`"


def test_the_script_is_small_and_ends_no_element_by_itself():
    code = BUILT.read_bytes()

    assert len(gzip.compress(code)) < 60_000
    assert b"</" not in code.replace(b"<\\/", b"")
    assert b"<!--" not in code


def test_the_script_loads_nothing_and_writes_no_markup():
    code = BUILT.read_text(encoding="utf-8")

    for word in ("XMLHttpRequest", "innerHTML", "eval(", "import(", "document.write", "WebSocket"):
        assert word not in code, word
