"""What the trained model sees of a word."""

import threading

import newsquote
from newsquote._quotes.model.weights import model_of
from newsquote.lang import get_pack

TEXT = (
    "“The bridge is closed,” Mayor Ann Lee said on Tuesday. She added that talks with {0} had {1}."
)


def lexicon():
    return model_of(get_pack("en")).lexicon


def test_words_of_which_the_weights_know_nothing_share_a_type():
    one, other = (
        lexicon().type_of(word, initial=False, name="") for word in ("zzqqvation", "xxqqjation")
    )
    assert one is other


def test_words_that_the_weights_know_have_types_of_their_own():
    one, other = (lexicon().type_of(word, initial=False, name="") for word in ("said", "added"))
    assert one is not other
    assert (one.word, other.word) == ("said", "added")


def test_capitalised_words_inside_a_sentence_are_shapes():
    one, other = (lexicon().type_of(word, initial=False, name="") for word in ("Qqzarn", "Vvelmop"))
    assert one is other
    assert one.word == "X"


def test_reading_new_words_makes_hardly_any_new_types():
    newsquote.parse(TEXT.format("Qqzarn", "begun"))
    before = len(lexicon().types)
    for n in range(200):
        newsquote.parse(TEXT.format(f"Q{'abcdefghij'[n % 10]}zarn{n}x", f"qz{n}vation"))
    assert len(lexicon().types) <= before + 20


def test_threads_read_what_one_thread_reads():
    texts = [TEXT.format(f"Harlan{chr(97 + n)}", f"fail{chr(97 + n)}ed") for n in range(20)]
    alone = [newsquote.parse(text) for text in texts]
    found = {}

    def read(name):
        found[name] = [newsquote.parse(text) for text in texts]

    threads = [threading.Thread(target=read, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(articles == alone for articles in found.values())
    assert len(found) == 4
