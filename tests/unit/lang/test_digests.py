"""The file of digests that a package holds."""

from hashlib import sha256

from newsquote.lang.digests import digest_of, digest_table, read_table

CONTENTS = {"xo/words/fish.txt": b"cod\n", "xo/phrases/calls.txt": b"fish ahoy\n", "xo/a.bin": b""}


def test_a_digest_is_the_sha256_of_a_content():
    for content in CONTENTS.values():
        assert digest_of(content) == sha256(content).hexdigest()


def test_there_is_a_line_for_each_file_as_sha256sum_writes_it():
    assert digest_table({"b": b"cod\n", "a": b""}) == (
        f"{sha256(b'').hexdigest()}  a\n{sha256(b'cod' + bytes([10])).hexdigest()}  b\n"
    )
    assert digest_table({}) == ""


def test_the_order_in_which_files_are_found_does_not_matter():
    turned = dict(reversed(CONTENTS.items()))
    assert list(turned) != list(CONTENTS)
    assert digest_table(turned) == digest_table(CONTENTS)


def test_what_was_written_is_read_again():
    assert read_table(digest_table(CONTENTS)) == {
        name: digest_of(content) for name, content in CONTENTS.items()
    }
    assert read_table("") == {}


def test_a_name_may_have_blanks():
    assert read_table(digest_table({"xo/a  b.txt": b""})) == {"xo/a  b.txt": digest_of(b"")}


def test_a_damaged_line_tells_of_no_file():
    assert set(read_table("0123\n4567  xo/fish.txt\n")) == {"", "xo/fish.txt"}
