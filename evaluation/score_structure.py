"""Score the parts of an article: headline, dateline, bylines, body, related stories, credit lines; and check the laws.

In: data and a predictor. Out: the numbers. Why: one place defines what a right page is. Every
``score_*`` function takes ``data`` (``{set name: rows}``; a set that is not there is left out of
the result) and a *predictor*, any object with

    has(set) -> bool                          whether it answers for a set; else the set is left out of the result
    article(set, id, text) -> dict            the JSON form of newsquote for a document
    byline(set, id, line) -> dict or None     one entry of "bylines" for a byline line
    dateline(set, id, text) -> dict or None   "dateline" for a text that begins with one
    errors                                    {set: [(id, message), ...]}, what raised

Conventions
-----------
* ``fold`` and ``key``: see ``newsquote._scoring.form``. Places, roles, agencies and the names of
  authors are compared by key.
* A field is right if prediction and gold have the same key, or if both are empty.

Measures
--------
headline   share of documents whose headline text is the gold one after folding (case counts). On pages the gold is the
           expected title if it is a line of the text, else the page's h1 if that is, else the page is left out.
dateline   on lines (a dateline and its lead): ``is_dateline`` share of right yes / no answers, with the share among
           the true ones (``found``) and the look-alikes (``refused``); ``place``, ``date``, ``agency`` and all three
           (``exact``) as shares of the true datelines. A date is right if it has the same month and day, however
           written. In whole documents: ``place``.
byline     on lines: ``names`` P/R/F1 of the set of author names, ``exact`` share of lines with just the right set,
           ``role``, ``location``, ``email`` shares of the gold authors which have that field (an author who is not
           found has none), ``agency`` share of the gold agencies found among the predicted agencies and affiliations.
           On lines without gold: the share with an author or an agency, and the number that raised. In whole pages:
           ``names``, over the pages whose expected authors all occur in the text. For ``names``, a predicted agency
           that is a gold author counts as one, any other agency does not count.
body       ``paragraphs`` P/R/F1 of folded paragraphs, ``words`` of the words in them. Gold paragraphs that do not occur
           in the text are left out; predicted ones which are a gold subheading, or of a kind in NOT_BODY, do not count.
           A dateline in front of a paragraph makes no difference.
related    ``items`` P/R/F1 of the set of titles of a document, by key, without bullets and labels like "Read more:".
           On related_pages_clean only tier A counts, tier B is neither right nor wrong; documents without tier A are
           left out. ``false_alarms``: share of documents with bulleted body lines in which a predicted item overlaps
           a bullet; and of documents with nothing but a bare "Read More" line in which any item is predicted.
credits    ``in_credits`` share of the gold lines which a predicted credit covers by half at least; ``set_aside`` the
           same, or whose block has a role in SET_ASIDE. ``kinds``: by gold kind, how often each predicted kind was
           given ("role:..." where the line is no credit).
laws       number of documents, of violations by law, of exceptions. All but the first must be 0.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict

from newsquote._scoring.form import MONTH, common, fold, is_span, key, span_of, title_key
from newsquote._scoring.parts import (
    BodyTask,
    BylineTask,
    DatelineTask,
    body_paragraphs,
    credit_at,
    found_names,
    related_items,
    role_at,
)
from newsquote._scoring.tallies import Overlap, Share

SET_ASIDE = frozenset(
    [
        "credit",
        "correction",
        "note",
        "copyright",
        "contact",
        "promotion",
        "advertisement",
        "social",
        "navigation",
        "caption",
    ]
)
TEXT_FIELD = {"pages": "text_article"}
DOCUMENT_SETS = (
    "polnear",
    "reuters21578",
    "bbc",
    "isot_reuters",
    "gum_news",
    "pages",
    "related_pages_clean",
    "related_bullets",
    "related_seedstyle",
    "related_text",
    "bullet_negatives",
)

LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
LINE = re.compile(f"[^{LINE_ENDS}]+")
WIRE_DATE = re.compile(rf",?\s+{MONTH}\s+\d\d?\b.*$", re.IGNORECASE | re.DOTALL)


# ---------------------------------------------------------------- reading documents


def rows_of(data, predictor, name):
    """The rows of a set, none if the predictor has no answers for it."""
    return data.get(name, ()) if predictor.has(name) else ()


def articles(data, predictor, name):
    """(row, text, JSON form) of every document of a set."""
    for row in rows_of(data, predictor, name):
        text = row.get(TEXT_FIELD.get(name, "text"))
        if text:
            yield row, text, predictor.article(name, row["id"], text)


# ---------------------------------------------------------------- headline


def page_title(row):
    """The title printed as a line of a page's article text, or None."""
    found = row.get("in_article") or {}
    if found.get("title_own_line"):
        return row["expected"]["title"]
    return row.get("page_h1") if found.get("h1_own_line") else None


def score_headlines(data, predictor):
    out = {}
    for name in ("bbc", "reuters21578", "isot_reuters", "pages", "related_seedstyle", "gum_news"):
        share = Share()
        for row, _, article in articles(data, predictor, name):
            title = page_title(row) if name == "pages" else row.get("title")
            if title:
                share.add(fold((article.get("headline") or {}).get("text")) == fold(title))
        if share.of:
            out[name] = share.result()
    return out


# ---------------------------------------------------------------- dateline


def gold_dateline(row):
    """The dateline of a line as the JSON form has it, or None."""
    return (
        {"place": row["place"], "agency": row["agency"], "date_text": row["date"]}
        if row["is_dateline"]
        else None
    )


def wire_place(raw):
    """The place of a 1987 wire dateline like "ROCHESTER, N.Y., Feb 26 -", or None."""
    m = WIRE_DATE.search(raw or "")
    return raw[: m.start()] if m and m.start() else None


def score_datelines(data, predictor):
    out = {}
    lines = {"all": DatelineTask(), "reuters21578": DatelineTask(), "others": DatelineTask()}
    for row in rows_of(data, predictor, "datelines"):
        dateline = predictor.dateline("datelines", row["id"], f"{row['raw']} {row['lead']}")
        for group in ("all", "reuters21578" if row["origin"] == "reuters21578" else "others"):
            lines[group].score(gold_dateline(row), dateline)
    out.update({f"lines {g}": t.scores() for g, t in lines.items() if t.shares["is_dateline"].of})
    for name, gold in (
        ("reuters21578", lambda r: wire_place(r.get("dateline"))),
        ("isot_reuters", lambda r: r.get("dateline_place")),
    ):
        share = Share()
        for row, _, article in articles(data, predictor, name):
            if gold(row):
                share.add(key((article.get("dateline") or {}).get("place")) == key(gold(row)))
        if share.of:
            out[f"{name} place"] = share.result()
    return out


# ---------------------------------------------------------------- byline


def gold_agencies(row):
    """The agencies named in a byline line."""
    if row.get("spans"):
        return [s["text"] for s in row["spans"] if s["type"] == "agency"]
    return [p["agency"] for p in row["persons"] if p.get("agency")]


def gold_byline(row):
    """The byline of a line as the JSON form has it."""
    authors = [
        {
            "name": p["name"],
            "role": p.get("title"),
            "location": p.get("location"),
            "email": p.get("email"),
        }
        for p in row["persons"]
    ]
    return {"authors": authors, "agencies": gold_agencies(row)}


def score_byline_lines(data, predictor):
    """Lines with gold: bylines_gold by who labelled it, bylines_silver."""
    tasks = defaultdict(BylineTask)
    for name in ("bylines_gold", "bylines_silver"):
        for row in rows_of(data, predictor, name):
            if row.get("persons") is None:
                continue
            group = (
                "silver"
                if name == "bylines_silver"
                else "hand"
                if row["label"] == "hand"
                else "external"
            )
            tasks[group].score(gold_byline(row), predictor.byline(name, row["id"], row["raw"]))
    return {f"lines {g}": t.scores() for g, t in tasks.items()}


def score_byline_coverage(data, predictor):
    """Lines without gold."""
    name, share = "bylines_unlabelled", Share()
    for row in rows_of(data, predictor, name):
        byline = predictor.byline(name, row["id"], row["raw"]) or {}
        share.add(byline.get("authors") or byline.get("agencies"))
    if not share.of:
        return {}
    return {
        "lines unlabelled": {
            "with author or agency": share.result(),
            "raised": len(predictor.errors.get(name, ())),
        }
    }


def page_authors(row):
    """The keys of a page's authors if all of them occur in its text, else None."""
    marks, authors = (row.get("in_article") or {}).get("authors"), row["expected"].get("authors")
    return {key(a) for a in authors} if marks and authors and all(marks) else None


def score_page_bylines(data, predictor):
    names = Overlap()
    for row, _, article in articles(data, predictor, "pages"):
        gold = page_authors(row)
        if gold:
            names.add_bags(gold, found_names(gold, *(article.get("bylines") or ())))
    return {"pages": {"names": names.result()}} if names.gold else {}


def score_bylines(data, predictor):
    return {
        **score_byline_lines(data, predictor),
        **score_byline_coverage(data, predictor),
        **score_page_bylines(data, predictor),
    }


# ---------------------------------------------------------------- body

DATE_LINE = re.compile(r"(?:\w+day, )?\w+ \d\d?, \d{4}")


def gold_paragraphs(name, row, text):
    """The gold paragraphs that occur in the text."""
    if name == "gum_news":
        found = [
            b["text"]
            for b in row["blocks"]
            if b["type"] in ("p", "item") and not DATE_LINE.fullmatch(b["text"].strip())
        ]
    else:
        found = (row["expected"] if name == "pages" else row).get("body_paragraphs") or ()
    whole = fold(text)
    return [p for p in map(fold, found) if p and p in whole]


def score_bodies(data, predictor):
    out = {}
    for name in ("pages", "bbc", "gum_news"):
        task = BodyTask()
        for row, text, article in articles(data, predictor, name):
            gold = gold_paragraphs(name, row, text)
            if not gold:
                continue
            heads = {fold(h) for h in (row.get("expected") or {}).get("subheads") or ()} - set(gold)
            dateline = fold((article.get("dateline") or {}).get("text"))
            task.score(gold, body_paragraphs(article, text, heads), dateline)
        if task.paragraphs.gold:
            out[name] = task.scores()
    return out


# ---------------------------------------------------------------- related stories


def gold_titles(name, row):
    """(titles to be found, titles that do not count) of a document, as keys."""
    if name == "related_bullets":
        titles, beside = row["bulleted_related"], ()
    elif name == "related_seedstyle":
        titles, beside = row["related"], ()
    else:
        titles = [x["title"] for x in row["items"] if x.get("tier", "A") == "A"]
        beside = [x["title"] for x in row["items"] if x.get("tier", "A") != "A"]
    wanted = set(map(title_key, titles))
    return wanted, set(map(title_key, beside)) - wanted


def bullet_spans(row):
    """Where the bulleted lines of a document are."""
    wanted = {b.strip() for b in row["bullets"]}
    return [m.span() for m in LINE.finditer(row["text"]) if m.group().strip() in wanted]


def score_false_alarms(data, predictor):
    out, bullets, bare = {}, Share(), Share()
    for row, text, article in articles(data, predictor, "bullet_negatives"):
        places = bullet_spans(row)
        bullets.add(
            any(common(span_of(item, text), p) for item in related_items(article) for p in places)
        )
    for row, _, article in articles(data, predictor, "related_text"):
        if row["headers"] and not row["items"] and not row["trailing_bullets"]:
            bare.add(related_items(article))
    for name, share in (("bulleted body lines", bullets), ("bare read-more line", bare)):
        if share.of:
            out[f"false_alarms {name}"] = share.result()
    return out


def score_related(data, predictor):
    out = {}
    for name in ("related_pages_clean", "related_bullets", "related_seedstyle", "related_text"):
        items = Overlap()
        for row, _, article in articles(data, predictor, name):
            wanted, beside = gold_titles(name, row)
            if wanted:
                items.add_bags(
                    wanted,
                    {title_key(x.get("title")) for x in related_items(article)} - beside - {""},
                )
        if items.gold:
            out[f"{name} items"] = items.result()
    return {**out, **score_false_alarms(data, predictor)}


# ---------------------------------------------------------------- credit lines


def line_span(text, number, line):
    """The span of a stripped line, by its number if that fits, else the first such line.

    Or None.
    """
    start = 0
    places = []
    for n, whole in enumerate(text.split("\n")):
        if whole.strip() == line:
            at = start + whole.index(line)
            if n == number:
                return at, at + len(line)
            places.append((at, at + len(line)))
        start += len(whole) + 1
    return places[0] if places else None


def fillers(rows):
    """Paragraphs to stand above a credit line whose document is not there.

    Lines before other credit lines.
    """
    return [
        r["prev"] for r in rows if len(r["prev"] or "") >= 80 and not r["prev"].startswith("©")
    ] or ["Nothing else was said."]


def credit_documents(data):
    """(row, text, span of the line) of every credit line, in its document or, failing that, under three other paragraphs."""
    rows = data.get("credit_lines", ())
    texts = {("pages", r["id"]): r.get("text_article") for r in data.get("pages", ())}
    texts.update({("polnear", r["id"]): r["text"] for r in data.get("polnear", ())})
    above = fillers(rows)
    for n, row in enumerate(rows):
        text = texts.get((row["corpus"], row["doc"]))
        span = text and line_span(text, row["line"], row["text"])
        if not span:
            lines = [above[(3 * n + k) % len(above)] for k in range(3)] + [
                row["prev"],
                row["text"],
                row["next"],
            ]
            text = "\n".join(x for x in lines if x)
            span = line_span(text, 4 if row["prev"] else 3, row["text"])
        yield row, text, span


def score_credits(data, predictor):
    credited, aside, kinds = Share(), Share(), defaultdict(Counter)
    for row, text, span in credit_documents(data) if predictor.has("credit_lines") else ():
        article = predictor.article("credit_lines", row["id"], text)
        credit, role = credit_at(article, text, span), role_at(article, text, span)
        credited.add(credit)
        aside.add(credit or role in SET_ASIDE)
        kinds[row["kind"]][str(credit.get("kind")) if credit else f"role:{role}"] += 1
    if not credited.of:
        return {}
    return {
        "in_credits": credited.result(),
        "set_aside": aside.result(),
        "kinds": {k: dict(c.most_common()) for k, c in sorted(kinds.items())},
    }


# ---------------------------------------------------------------- all of it

PARTS = {
    "headline": score_headlines,
    "dateline": score_datelines,
    "byline": score_bylines,
    "body": score_bodies,
    "related": score_related,
    "credits": score_credits,
}


def score(data, predictor):
    """-> {part: result}; parts without data are left out"""
    found = {part: scorer(data, predictor) for part, scorer in PARTS.items()}
    return {part: result for part, result in found.items() if result}


# ---------------------------------------------------------------- laws

FIELDS = (
    "schema_version",
    "id",
    "published",
    "text",
    "headline",
    "bylines",
    "dateline",
    "blocks",
    "paragraphs",
    "quotes",
    "speakers",
    "credits",
    "related",
    "no_comments",
    "rejected",
    "notes",
)


def parts_of(value):
    """Every dictionary inside a JSON value, itself included."""
    stack = [value]
    while stack:
        x = stack.pop()
        if isinstance(x, dict):
            yield x
            stack.extend(x.values())
        elif isinstance(x, (list, tuple)):
            stack.extend(x)


def span_violations(text, article):
    """A span is inside the text, and a text beside it is the text there."""
    for part in parts_of(article):
        for span in [part[k] for k in ("span",) if part.get(k) is not None] + list(
            part.get("mentions") or ()
        ):
            if not is_span(span) or not 0 <= span[0] <= span[1] <= len(text):
                yield "span out of range"
        span, words = part.get("span"), part.get("text")
        if (
            is_span(span)
            and isinstance(words, str)
            and text[max(0, span[0]) : max(0, span[1])] != words
        ):
            yield "text is not the slice"


def line_violations(text, article):
    """Every non-blank line is inside exactly one block with a role."""
    owner = [0] * len(text)
    for n, block in enumerate(article.get("blocks") or (), 1):
        s, e = span_of(block, text)
        if not block.get("role"):
            yield "block without a role"
        if any(owner[s:e]):
            yield "blocks overlap"
        owner[s:e] = [n] * (e - s)
    for m in LINE.finditer(text):
        line = m.group().strip()
        if not line:
            continue
        at = m.start() + m.group().index(line)
        owners = set(owner[at : at + len(line)])
        if 0 in owners:
            yield "line in no block"
        elif len(owners) > 1:
            yield "line in several blocks"


def form_violations(article):
    """The fields are there, indexes point at something (a parent stands before its child), a quote has parts, in order and apart."""
    yield from ("field missing" for f in FIELDS if f not in article)
    quotes, speakers = article.get("quotes") or (), article.get("speakers") or ()
    for n, quote in enumerate(quotes):
        speaker, parent = quote.get("speaker"), quote.get("parent")
        if speaker is not None and not (isinstance(speaker, int) and 0 <= speaker < len(speakers)):
            yield "bad speaker index"
        if parent is not None and not (isinstance(parent, int) and 0 <= parent < n):
            yield "bad parent index"
        paragraph = quote.get("paragraph")
        if paragraph is not None and not (
            isinstance(paragraph, int) and 0 <= paragraph < len(article.get("paragraphs") or ())
        ):
            yield "bad paragraph index"
        spans = [p.get("span") for p in quote.get("parts") or ()]
        if not spans:
            yield "quote without parts"
        if any(not is_span(s) or s[0] >= s[1] for s in spans):
            yield "empty part"
        elif any(a[1] > b[0] for a, b in itertools.pairwise(spans)):
            yield "parts overlap or are out of order"


def violations(text, article):
    """The violations of the laws in one article's JSON form, as names."""
    return [
        *span_violations(text, article),
        *line_violations(text, article),
        *form_violations(article),
    ]
