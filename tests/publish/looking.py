"""A page as the tests look at it."""

from html.parser import HTMLParser

LOADING = {"link", "img", "iframe", "object", "embed", "audio", "video", "source", "base", "form", "input"}
VOID = {"meta", "br", "hr"}


class Page(HTMLParser):
    """The elements, ids, links and visible text of a page; fails on a tag that is closed in the wrong order."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.tags, self.ids, self.links, self.popovers, self.handlers = [], [], [], [], []
        self.policy, self.words, self._open = "", [], []
        self.feed(html.decode("utf-8"))
        assert not self._open

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.append(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.popovers += [given["popovertarget"]] if "popovertarget" in given else []
        self.handlers += [name for name in given if name.startswith("on") or name in {"src", "style", "srcdoc"}]
        self.policy = given["content"] if given.get("http-equiv") == "Content-Security-Policy" else self.policy
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self._open.pop()

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    @property
    def scripts(self) -> int:
        return self.tags.count("script")

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)
