"""How the page looks: coarse pictures of it at 390 and 1280 pixels and on paper, held against those last looked at.

The page is of the record made by hand, so that a change of rules moves nothing here. After a change of design, run

    CONSILIENCE_LOOKS=write .venv/bin/pytest tests/publish/test_looks.py

look at the pictures that it leaves in out/looks, and commit tests/publish/looks.json. Other fonts break lines elsewhere:
where the browser has not those of the pictures, the tests are skipped.
"""

from __future__ import annotations

import json
import os
import shutil
from base64 import b64encode
from pathlib import Path

import pytest

from consilience.publish import to_page

CHROMIUM = next((f for name in ("chromium", "chromium-browser", "google-chrome") if (f := shutil.which(name))), None)
if CHROMIUM is None and os.environ.get("CONSILIENCE_BROWSER") != "required":
    pytest.skip("no chromium was found; .ci/run installs it", allow_module_level=True)

from playwright.sync_api import sync_playwright  # noqa: E402

KEPT = Path(__file__).with_name("looks.json")
PICTURES = Path(__file__).parents[2] / "out" / "looks"
WRITES = os.environ.get("CONSILIENCE_LOOKS") == "write"
LOOKS = ("1280 light", "1280 dark", "390 light", "paper")
#: A picture is laid over with fields of so many pixels a side, each as bright as its mean, 0 to 255.
FIELD = 64
#: A field may differ so much, all of them so much in the mean: hair lines, not a missing chart.
FAR, NEAR = 8, 0.5
#: The lengths of a text in both type faces tell the fonts.
FACES = """() => ["--serif", "--sans"].map(face => { const one = document.createElement("span");
  one.textContent = "Consilience 0123456789 reconciled"; one.style.font = `16px ${getComputedStyle(document.documentElement).getPropertyValue(face)}`;
  document.body.append(one); const width = one.getBoundingClientRect().width; one.remove(); return Math.round(width) })"""
FIELDS = """async ([data, side]) => { const image = new Image(); image.src = data; await image.decode();
  const rows = Math.floor(image.height / side), columns = Math.floor(image.width / side);
  const canvas = Object.assign(document.createElement("canvas"), {width: image.width, height: image.height});
  const pen = canvas.getContext("2d", {willReadFrequently: true}); pen.drawImage(image, 0, 0);
  const fields = [];
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) {
    const {data} = pen.getImageData(column * side, row * side, side, side); let sum = 0;
    for (let at = 0; at < data.length; at += 4) sum += data[at] + data[at + 1] + data[at + 2];
    fields.push(Math.round(sum / (data.length / 4) / 3)) }
  return fields }"""


@pytest.fixture(scope="module")
def taken(situation, tmp_path_factory):
    """Return the brightness of the fields of every look, and the lengths that tell the fonts."""
    file = tmp_path_factory.mktemp("looks") / "report.html"
    file.write_bytes(to_page(situation))
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        blank = browser.new_page()
        found, faces = {}, None
        for look in LOOKS:
            png, faces = _picture(browser, file, look)
            if WRITES:
                PICTURES.mkdir(parents=True, exist_ok=True)
                (PICTURES / f"{look.replace(' ', '-')}.png").write_bytes(png)
            data = f"data:image/png;base64,{b64encode(png).decode('ascii')}"
            found[look] = blank.evaluate(FIELDS, [data, FIELD])
        browser.close()
    if WRITES:
        KEPT.write_text(json.dumps({"faces": faces, "looks": found}) + "\n", encoding="utf-8")
    return found, faces


def _picture(browser, file: Path, look: str) -> tuple[bytes, list[int]]:
    """Return the whole page as one look shows it: *paper* as it is printed, on a sheet as long as the page."""
    width, _, scheme = look.partition(" ")
    wide = int(width) if width.isdigit() else 720
    page = browser.new_page(
        viewport={"width": wide, "height": 900},
        color_scheme=scheme or "light",
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page.goto(file.as_uri())
    if look == "paper":
        page.emulate_media(media="print")
    faces = page.evaluate(FACES)
    png = page.screenshot(full_page=True)
    page.close()
    return png, faces


@pytest.mark.parametrize("look", LOOKS)
def test_the_page_looks_as_it_was_last_looked_at(taken, look):
    found, faces = taken
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    if faces != kept["faces"]:
        pytest.skip(f"the pictures were taken with other fonts: {kept['faces']}, here {faces}")

    now, then = found[look], kept["looks"][look]
    assert len(now) == len(then), "the page has become longer or shorter"
    apart = [abs(a - b) for a, b in zip(now, then, strict=True)]
    assert max(apart) <= FAR
    assert sum(apart) / len(apart) <= NEAR
