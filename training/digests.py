"""Fresh digests for the data files, or a look at whether they are right.

    python training/digests.py             # after a word list or the weights were changed
    python training/digests.py --check     # status 1, and the names, if a digest is not its file's

In: the files below ``src/newsquote/lang``. Out: the same files, each opened by the digest of the rest. Why: what reads them refuses a file that is
not what its digest says, so who means to change one has to say so. Standard library only: it also works where newsquote cannot be imported.
"""

import argparse
import runpy
import sys
from pathlib import Path

LANG = Path(__file__).resolve().parents[1] / "src" / "newsquote" / "lang"


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    ap.add_argument("--check", action="store_true", help="change nothing")
    check = ap.parse_args().check
    sealed = runpy.run_path(str(LANG / "_digests.py"))["sealed"]
    stale = [
        path
        for path in sorted(LANG.glob("*/*"))
        if path.suffix in {".txt", ".bin"} and path.read_bytes() != sealed(path.read_bytes())
    ]
    for path in stale:
        print(
            f"{path.relative_to(LANG)}: {'not what its digest says' if check else 'has a fresh digest'}"
        )
        if not check:
            path.write_bytes(sealed(path.read_bytes()))
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
