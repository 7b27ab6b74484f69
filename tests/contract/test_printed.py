"""What runs pages as they are printed finds what is printed wrongly."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("printed.py")
PAGE = """# Page

```console
$ python -m venv there && . there/bin/activate
$ python -m pip install newsquote
```

- {download}`one.txt <../examples/one.txt>`

```{testsetup}
hidden = 1
```

```{doctest}
>>> from pathlib import Path
>>> path = Path("articles/one.txt")
>>> path.read_text()
'ANSWER'
```

```{code-block} console
$ this is not run
```

```python
neither is this
```

Then:

```pycon
>>> for letter in path.stem:
...     print(letter)
...
o
n
e
```

```console
$ python -c "print('a',\\
 'b')"
a b
$ python -c "print(1)"
```
"""


@pytest.fixture
def printed(tmp_path):
    """The exit status and what is said of a page."""

    def run(text):
        (tmp_path / "docs").mkdir()
        (tmp_path / "examples").mkdir()
        (tmp_path / "examples" / "one.txt").write_text("ANSWER", encoding="utf-8")
        page = tmp_path / "docs" / "page.md"
        page.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(SCRIPT), str(page)],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
        )
        assert done.stderr == ""
        return done.returncode, done.stdout

    return run


def test_a_page_that_is_right(printed):
    assert printed(PAGE) == (0, "page.md: 6 examples as printed, 0 of them otherwise\n")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("'ANSWER'", "'OTHER'"),
        ("a b\n", "b a\n"),
        ("print(1)", "raise SystemExit(3)"),
        (">>> from pathlib import Path\n", ""),  # what only a hidden block brings is missing
        ("o\nn\ne\n", "o\nn\n"),
    ],
)
def test_a_page_that_is_wrong(printed, right, wrong):
    assert right in PAGE
    status, said = printed(PAGE.replace(right, wrong))
    assert status == 1
    assert " 0 of them otherwise" not in said


def test_what_is_hidden_does_not_count(printed):
    assert printed(PAGE.replace("path.stem", "str(hidden)"))[0] == 1


def test_a_page_without_examples_is_no_page_that_is_right(printed):
    assert printed("# Page\n") == (1, "page.md: 0 examples as printed, 0 of them otherwise\n")
