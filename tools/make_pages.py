"""Body against furniture: made-up web pages of five kinds, read by us and by trafilatura alone, scored by words.

    python tools/make_pages.py [COUNT] [FOLDER]

The pages and the body of each are generated, the same every time; with FOLDER they are written there too, to look at.
The score of a page is F1 over the words of its body, counted with their number; printed are the means of each kind.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import bench
import trafilatura

from consilience.read import read

_WORD = re.compile(r"\w+")

_COOKIES = '<div class="consent-banner"><p>We value your privacy. We and our 341 partners use cookies to show you content that suits you.</p><button>Accept all</button></div>'  # fmt: skip
_MENU = "<nav><ul>" + "".join(f'<li><a href="/{w}">{w.capitalize()}</a></li>' for w in ("home", "world", "business", "culture", "weather", "sport")) + "</ul></nav>"  # fmt: skip
_SHARE = '<ul class="social"><li><a href="#">Share</a></li><li><a href="#">Copy link</a></li><li><a href="#">Print</a></li></ul>'  # fmt: skip
_NEWSLETTER = "<div class='promo'><p>Sign up for our morning newsletter and get the day in your inbox.</p><form><input><button>Subscribe</button></form></div>"  # fmt: skip
_FOOT = "<footer><p>© 2021 All rights reserved.</p><p><a href='/p'>Privacy policy</a> | <a href='/t'>Terms of use</a> | <a href='/c'>Contact us</a></p></footer>"  # fmt: skip


def news_site(n: int, title: str, body: Sequence[str]) -> str:
    """A newspaper: consent, menu, picture with its credit, read-more lines between the paragraphs, most-read beside."""
    inner = _between(body, [f"<p><strong>Read more: <a href='/{n}/a'>{other(n + 1)}</a></strong></p>", f"<aside>{_NEWSLETTER}</aside>"])  # fmt: skip
    return _page(title, f"""{_COOKIES}<header>{_MENU}</header><main><article><h1>{title}</h1>
<p class="byline">By {bench.NAMES[n % len(bench.NAMES)]}</p><time datetime="2021-03-09">9 March 2021</time>{_SHARE}
<figure><img src="a.jpg"><figcaption>A street in {bench.PLACES[n % 256]} this week. Photo: Ola Berg/Kelm Pictures</figcaption></figure>
{inner}</article><aside><h3>Most read</h3>{_links(n)}</aside></main>{_FOOT}""")  # fmt: skip


def live_blog(n: int, title: str, body: Sequence[str]) -> str:
    """A live blog: a stamp over each entry, share buttons in each, a subscription line."""
    entries = "".join(f'<div class="entry"><time>{9 + k // 2:02}:{k % 2 * 30:02}</time><p>{p}</p><a href="#s">Share this</a></div>' for k, p in enumerate(body))  # fmt: skip
    return _page(
        title,
        f"""{_MENU}<main><h1>{title}</h1><div class="live">Live</div><div class="entries">{entries}</div>
<p>Support our journalism. Subscribe today and cancel anytime.</p></main><section>{_links(n)}</section>{_FOOT}""",
    )


def agency(n: int, title: str, body: Sequence[str]) -> str:
    """An agency: bare paragraphs with line breaks, a place and day line, who reported and edited."""
    joined = "<br><br>".join([f"{bench.PLACES[n % 256].upper()}, March 9 (KNA) - {body[0]}", *body[1:]])
    return _page(title, f"""<table><tr><td>{_MENU}</td><td><h1>{title}</h1><div>{joined}</div>
<p>(Reporting by Ann Lee; Editing by Bo Ek)</p><p>Our Standards: the Kelm principles.</p></td><td>{_links(n)}</td></tr></table>{_FOOT}""")  # fmt: skip


def government(n: int, title: str, body: Sequence[str]) -> str:
    """A ministry: breadcrumbs, a number, paragraphs in nested containers, a press contact."""
    inner = "".join(f'<div class="row"><div class="col"><p>{p}</p></div></div>' for p in body)
    return _page(title, f"""<div id="top"><a href="#main">Skip to content</a></div>{_MENU}
<div class="crumbs"><a href="/">Home</a> &gt; <a href="/press">Press</a> &gt; {title}</div>
<div id="main"><p>Press release No {n + 100}</p><h2>{title}</h2><p>09.03.2021</p>{inner}
<p>Press contact: press office, tel. +00 555 0{n:03}</p></div><div class="links"><h4>Related links</h4>{_links(n)}</div>{_FOOT}""")  # fmt: skip


def blog(n: int, title: str, body: Sequence[str]) -> str:
    """A blog: a side column, tags, an author's note, comments of readers."""
    inner = "".join(f"<p>{p}</p>" for p in body)
    comments = "".join(f"<div class='comment'><b>reader{k}</b><p>{c}</p></div>" for k, c in enumerate(("Thanks for writing this up!", "I saw it too, from our roof.", "First.")))  # fmt: skip
    return _page(
        title,
        f"""<div id="header"><h2>The Quay Diary</h2></div>{_MENU}<div class="post"><h1>{title}</h1>
<div class="meta">Posted on 9 March 2021 by Ines | <a href="#comments">3 comments</a></div><div class="entry-content">{inner}</div>
<p>Tags: <a href="/t/1">harbour</a>, <a href="/t/2">water</a></p><p>The author teaches at the school of {bench.PLACES[n % 256]}.</p></div>
<div id="comments"><h3>Leave a comment</h3>{comments}</div><div id="sidebar">{_links(n)}{_NEWSLETTER}</div>{_FOOT}""",
    )


KINDS: tuple[Callable[[int, str, Sequence[str]], str], ...] = (news_site, live_blog, agency, government, blog)


def other(n: int) -> str:
    """Return the headline of another report."""
    return bench.generated(n + 5_000).split("\n", maxsplit=1)[0]


def _links(n: int) -> str:
    return "<ul>" + "".join(f"<li><a href='/{n}/{k}'>{other(7 * n + k)}</a></li>" for k in range(6)) + "</ul>"


def _between(body: Sequence[str], furniture: Sequence[str]) -> str:
    """Return the paragraphs with a piece of furniture behind every third."""
    parts = (f"<p>{p}</p>" + (furniture[k // 3 % len(furniture)] if k % 3 == 2 else "") for k, p in enumerate(body))
    return "".join(parts)


def _page(title: str, inner: str) -> str:
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | Kelm Post</title></head><body>{inner}</body></html>'  # fmt: skip


def f1(found: str, wanted: str) -> float:
    """Return the F1 of the words of two texts, from 0 to 100."""
    ours, gold = Counter(_WORD.findall(found)), Counter(_WORD.findall(wanted))
    return 200 * (ours & gold).total() / ((ours.total() + gold.total()) or 1)


def main(count: int, folder: Path) -> None:
    scores: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for n in range(count):
        title, *body = bench.generated(n).strip().split("\n\n")
        kind = KINDS[n % len(KINDS)]
        file = folder / f"{kind.__name__}_{n:03}.html"
        file.write_text(kind(n, title, body), encoding="utf-8")
        wanted = "\n".join(body)
        theirs = trafilatura.extract(file.read_text(encoding="utf-8"), include_comments=False) or ""
        scores[kind.__name__].append((f1(_body(file), wanted), f1(theirs, wanted)))
    scores["all"] = [pair for pairs in list(scores.values()) for pair in pairs]
    print(f"{'kind':<12} {'pages':>5} {'ours':>6} {'trafilatura alone':>18}")
    for name, pairs in scores.items():
        ours, theirs = (statistics.mean(side) for side in zip(*pairs, strict=True))
        print(f"{name:<12} {len(pairs):>5} {ours:>6.1f} {theirs:>18.1f}")


def _body(file: Path) -> str:
    documents = read([file]).documents
    return "\n".join(d.text[s.start : s.end] for d in documents for s in d.segments if s.role == "body")


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as made:
        place = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(made)
        place.mkdir(parents=True, exist_ok=True)
        main(wanted, place)
