"""A small language of its own, in place of those of the package."""

import pytest

from newsquote.lang import LanguagePack, loader
from newsquote.lang.digests import DIGESTS, digest_table

FILES = {
    "xo/words/fish.txt": b"# Holds: fish\ncod\tm\n\neel\nray\tf\tflat\n",
    "xo/words/closed_classes.txt": b"# Holds: classes\nbig\tray whale\nsmall\tcod\n",
    "xo/words/broken.txt": b"c\xf6d\n",
    "xo/phrases/calls.txt": b"# Holds: calls\nfish ahoy\n",
    "xo/weights/scales.bin": b"\x00\xff",
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The language's folder as in a checkout, without digests."""
    for name, content in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (tmp_path / "_hidden").mkdir()
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(loader, "_HOME", str(tmp_path))
    forget()
    yield tmp_path
    forget()


@pytest.fixture
def installed(folder):
    """The language's folder as in a package that was built."""
    (folder / DIGESTS).write_text(digest_table(FILES), encoding="utf-8", newline="\n")
    return folder


@pytest.fixture
def pack(folder):
    return LanguagePack(code="xo")


def forget():
    loader.read_rows.cache_clear()
    loader._built_digests.cache_clear()
