"""The form of a name."""

import pytest

from newsquote._names.identities.name_forms import NameForms


@pytest.mark.parametrize(
    ("text", "form", "printed"),
    [
        ("Later Ann Lee QC spoke.", ("Ann", "Lee"), "Ann Lee"),
        ("Later Ann Lee PhD spoke.", ("Ann", "Lee"), "Ann Lee"),
        ("Later Harrow MD spoke.", ("Harrow", "MD"), "Harrow MD"),
        ("Later the NG&T spoke.", ("NG&T",), "NG&T"),
        ("Later Luis PeÃ±a spoke.", ("Luis", "PeÃ±a"), "Luis PeÃ±a"),
        ("Later Ann O’Hara spoke.", ("Ann", "O'Hara"), "Ann O’Hara"),
    ],
)
def test_a_form_has_the_words_as_blanks_part_them_and_no_degree(spotted, text, form, printed):
    doc, every = spotted(text)
    forms, name = NameForms(doc), every.all[0]
    start, end = forms.place(name)
    assert (forms.form(name), doc.text[start:end]) == (form, printed)
