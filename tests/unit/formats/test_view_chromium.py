"""The page of a hostile article in a real browser: what the article wrote stays text, and nothing
is asked of anywhere.

Skipped where there is no Chromium; ``test_formats`` and ``test_html`` check the page itself.
"""

import http.server
import re
import shutil
import subprocess
import threading
from html import unescape

import pytest

import newsquote
from newsquote._scoring.lines import Pair
from newsquote.cli.differences import compared
from newsquote.formats.difference import difference

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the PATH")

OURS = frozenset(
    re.findall(
        r"\w+",
        "html head meta title style body aside fieldset legend ol li label input bdi mark span small p u main h1 h2 section b",
    )
)

HOSTILE = """Mill </title><script>document.title = "broken"</script> to close

By Ann <img src="{server}/img.png" onerror="document.title = 'broken'"> Quill

"It is </main></mark><script src='{server}/a.js'></script> over," said Mayor Ann Lee" onmouseover="alert(1). \u202eIt goes on,\u2066 she said.

<style>@import url({server}/a.css); main{{background:url({server}/bg.png)}}</style><iframe src="{server}/frame"></iframe>

"We &lt;b&gt; pay &amp; go <base href='{server}/'><link rel=stylesheet href=b.css>," said the union.
"""


@pytest.fixture
def server():
    """A server that remembers what it was asked for: the address and the list."""
    asked = []

    class Ear(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *arguments):
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Ear) as listening:
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}", asked
        listening.shutdown()
        thread.join()


def dumped(path, tmp_path):
    """The page as the browser holds it, once it has loaded."""
    command = [
        CHROMIUM,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        *QUIET,
        f"--user-data-dir={tmp_path / 'profile'}",
        "--dump-dom",
    ]
    return subprocess.run(
        [*command, path.as_uri()], check=True, capture_output=True, timeout=60
    ).stdout.decode()


def beside_nothing(article):
    """The article beside annotations in which there is no quote."""
    gold = {"id": article.text[:200], "text": article.text, "quotes": []}
    return difference([compared(Pair(article.text, gold, newsquote.to_dict(article)))] * 2)


@pytest.mark.parametrize("drawn", [newsquote.view, beside_nothing])
def test_a_hostile_article_stays_text_and_asks_for_nothing(server, tmp_path, drawn):
    address, asked = server
    text = HOSTILE.format(server=address)
    page = tmp_path / "page.html"
    page.write_bytes(str(drawn(newsquote.parse(text))).encode())
    dom = dumped(page, tmp_path)
    tags = set(re.findall(r"<([a-z][a-z0-9]*)", dom))
    assert tags <= OURS
    assert not re.search(r"<[a-z][^>]*\son\w+=", re.sub(r'"[^"]*"', '""', dom))
    assert "<title>broken" not in dom
    main = dom.partition("<main>")[2].partition("</main>")[0]
    shown = unescape(re.sub("<[^>]*>", "", main))
    assert text in shown if "<section>" in main else text == shown
    assert asked == []


def test_the_policy_would_stop_what_got_through(server, tmp_path):
    """The same article, unescaped, in the page: the server is what would tell, and the policy keeps
    it from being asked.
    """
    address, asked = server
    page = tmp_path / "page.html"
    text = HOSTILE.format(server=address)
    whole = str(newsquote.view(newsquote.parse("Mill")))
    page.write_text(whole.replace("</main>", f"{text}</main>"))
    assert "broken</title>" not in dumped(page, tmp_path)
    assert asked == []
    page.write_text(re.sub("<meta http-equiv[^>]*>", "", page.read_text()))
    dumped(page, tmp_path)
    assert "/a.js" in asked
