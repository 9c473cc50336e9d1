"""The pictures of docs/pictures and the README, taken of the example's page in the system's chromium.

python tools/take_pictures.py out/demo/report.html
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
#: Section, clicks on the way, what is shown: an answer each.
ANSWERS = {
    "dead": ("#now", ("#now [popovertarget]",)),
    "days": ("#now", ("#now > details > summary",)),
    "calls": ("#contacts", ()),
    "alone": ("#sources", ("#sources details.alone > summary",)),
    "disagree": ("#disagree", ()),
}


def main(report: str) -> None:
    pictures = ROOT / "docs" / "pictures"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, (section, clicks) in ANSWERS.items():
            page = browser.new_page(viewport={"width": 960, "height": 620}, reduced_motion="reduce")
            page.goto(Path(report).resolve().as_uri())
            for click in clicks:
                page.locator(click).first.click()
            anchor = {"days": "#now > details", "alone": "#alone"}.get(name, section)
            page.locator(anchor).evaluate("one => one.scrollIntoView()")
            page.screenshot(path=pictures / f"{name}.png")
            page.close()
        page = browser.new_page(viewport={"width": 1180, "height": 860})
        page.goto(Path(report).resolve().as_uri())
        page.screenshot(path=ROOT / "docs" / "images" / "report.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
