"""Who speaks how much: the words of every speaker, counted over text files.

    python examples/who_spoke.py examples/*.txt

In: paths of plain-text articles. Out: one line a speaker, most words first: words in all, how many
of them stand in direct quotations, number of statements, name. Statements whose speaker is not
known are counted together.
"""

import sys
from collections import Counter
from pathlib import Path

import newsquote


def main(paths: list[str]) -> None:
    """Print the table for the articles at these paths."""
    words: Counter[str] = Counter()
    direct: Counter[str] = Counter()
    statements: Counter[str] = Counter()
    for article in newsquote.parse_many(Path(path).read_text(encoding="utf-8") for path in paths):
        for quote in article.quotes:
            name = quote.speaker.name if quote.speaker else "(not known)"
            count = len(quote.words.split())
            words[name] += count
            direct[name] += count if quote.kind == "direct" else 0
            statements[name] += 1
    print(f"{'words':>6} {'direct':>6} {'times':>6}  speaker")
    for name, count in sorted(words.items(), key=lambda item: (-item[1], item[0])):
        print(f"{count:6} {direct[name]:6} {statements[name]:6}  {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
