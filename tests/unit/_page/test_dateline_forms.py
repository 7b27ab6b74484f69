"""Datelines in the forms of many houses, and what only looks like one."""

import pytest

import newsquote


@pytest.mark.parametrize(
    ("line", "place", "agency", "date_text"),
    [
        ("LISBON (AP) — The bridge", "LISBON", "AP", None),
        ("LISBON (AP) _ The bridge", "LISBON", "AP", None),
        ("LISBON, Portugal (AP) -- The bridge", "LISBON, Portugal", "AP", None),
        (
            "ANTALYA, Turkey, March 10 (Reuters) - The bridge",
            "ANTALYA, Turkey",
            "Reuters",
            "March 10",
        ),
        ("March 10 (Reuters) - The bridge", None, "Reuters", "March 10"),
        ("LONDON/PARIS, Jan 3 (Reuters) - The bridge", "LONDON/PARIS", "Reuters", "Jan 3"),
        ("WASHINGTON/QUITO (Reuters) - The bridge", "WASHINGTON/QUITO", "Reuters", None),
        ("BEIJING, March 4 (Xinhua) -- The bridge", "BEIJING", "Xinhua", "March 4"),
        ("BEIJING -- The bridge", "BEIJING", None, None),
        ("GENEVA — The bridge", "GENEVA", None, None),
        ("SALT LAKE CITY — The bridge", "SALT LAKE CITY", None, None),
        ("ST. PAUL, Minn. — The bridge", "ST. PAUL, Minn.", None, None),
        (
            "NEW YORK and CHICAGO (December 22, 2013) — The bridge",
            "NEW YORK and CHICAGO",
            None,
            "December 22, 2013",
        ),
        ("Washington (CNN) -- The bridge", "Washington", "CNN", None),
        ("(CNN) — The bridge", None, "CNN", None),
        ("(CNN)A court said", None, "CNN", None),
        (
            "LONDON, March 4, 2024 /PRNewswire/ -- The bridge",
            "LONDON",
            "PRNewswire",
            "March 4, 2024",
        ),
        ("TORONTO--(BUSINESS WIRE)--The bridge", "TORONTO", "BUSINESS WIRE", None),
        ("Paris (AFP) – The bridge", "Paris", "AFP", None),
        ("Paris, March 4, 2024 (AFP) - The bridge", "Paris", "AFP", "March 4, 2024"),
        ("New Delhi: The bridge", "New Delhi", None, None),
        ("NEW DELHI, March 4 (PTI): The bridge", "NEW DELHI", "PTI", "March 4"),
        ("MUMBAI | The bridge", "MUMBAI", None, None),
        ("Quito, 4 mar (EFE).- The bridge", "Quito", "EFE", "4 mar"),
        ("Berlin (dpa) - The bridge", "Berlin", "dpa", None),
        ("WASHINGTON, D.C. – The bridge", "WASHINGTON, D.C.", None, None),
        ("ABOARD AIR FORCE ONE — The bridge", "ABOARD AIR FORCE ONE", None, None),
        ("UNITED NATIONS, March 4 (IPS) - The bridge", "UNITED NATIONS", "IPS", "March 4"),
        ("KYIV, Ukraine (AP) — The bridge", "KYIV, Ukraine", "AP", None),
        ("ORLA FALLS, Ohio — The bridge", "ORLA FALLS, Ohio", None, None),
        ("ORLA FALLS, Ohio (AP) — The bridge", "ORLA FALLS, Ohio", "AP", None),
        ("NORVALE (AP) — The bridge", "NORVALE", "AP", None),
        ("NORVALE, March 4 (Reuters) - The bridge", "NORVALE", "Reuters", "March 4"),
        ("Norvale, March 4 (PTI) The bridge will open", "Norvale", "PTI", "March 4"),
        ("HYDERABAD: The bridge", "HYDERABAD", None, None),
        ("Bengaluru: The bridge", "Bengaluru", None, None),
        ("SYDNEY, AAP — The bridge", "SYDNEY", "AAP", None),
        ("TORONTO — The bridge", "TORONTO", None, None),
        ("OTTAWA - The bridge", "OTTAWA", None, None),
        ("MONTREAL -- The bridge", "MONTREAL", None, None),
        ("HALIFAX, N.S. — The bridge", "HALIFAX, N.S.", None, None),
        ("VICTORIA, B.C. - The bridge", "VICTORIA, B.C.", None, None),
        (
            "JERUSALEM and RAMALLAH, West Bank — The bridge",
            "JERUSALEM and RAMALLAH, West Bank",
            None,
            None,
        ),
        ("MOSCOW, March 4 /TASS/. The bridge", "MOSCOW", "TASS", "March 4"),
        ("MOSCOW, March 4 (RIA Novosti) - The bridge", "MOSCOW", "RIA Novosti", "March 4"),
        ("SEOUL, March 4 (Yonhap) -- The bridge", "SEOUL", "Yonhap", "March 4"),
        ("TOKYO, March 4 (Kyodo) - The bridge", "TOKYO", "Kyodo", "March 4"),
        ("Tehran, March 4, IRNA – The bridge", "Tehran", "IRNA", "March 4"),
        ("ISLAMABAD, Mar 04 (APP): The bridge", "ISLAMABAD", "APP", "Mar 04"),
        ("DHAKA, March 4, 2024 (BSS) - The bridge", "DHAKA", "BSS", "March 4, 2024"),
        ("Colombo, Mar. 4 (Daily Mirror) - The bridge", "Colombo", "Daily Mirror", "Mar. 4"),
        ("NAIROBI (Xinhua) -- The bridge", "NAIROBI", "Xinhua", None),
        ("SAN FRANCISCO (KRON) — The bridge", "SAN FRANCISCO", "KRON", None),
        ("BOSTON (WHDH) - The bridge", "BOSTON", "WHDH", None),
        ("PORT-AU-PRINCE, Haiti — The bridge", "PORT-AU-PRINCE, Haiti", None, None),
        ("CIUDAD JUÁREZ, Mexico — The bridge", "CIUDAD JUÁREZ, Mexico", None, None),
        ("SÃO PAULO — The bridge", "SÃO PAULO", None, None),
        ("GAZA/CAIRO, March 4 (Reuters) - The bridge", "GAZA/CAIRO", "Reuters", "March 4"),
        ("Lisbon, 4 March (Lusa) — The bridge", "Lisbon", "Lusa", "4 March"),
        ("LISBON — (AP) — The bridge", "LISBON", "AP", None),
        ("NEW YORK, March 4 — The bridge", "NEW YORK", None, "March 4"),
        ("NEW YORK, Monday, March 4 — The bridge", "NEW YORK", None, "March 4"),
        ("NEW YORK, 04 MARCH 2024 – The bridge", "NEW YORK", None, "04 MARCH 2024"),
        ("Geneva, 4 March 2024 – The bridge", "Geneva", None, "4 March 2024"),
    ],
)
def test_the_forms_of_many_houses_are_read(line, place, agency, date_text):
    found = newsquote.parse_dateline(line)
    assert (found.place, found.agency, found.date_text) == (place, agency, date_text)
    assert line.startswith(found.text)


@pytest.mark.parametrize(
    "line",
    [
        "IN DEPTH — The bridge",
        "WATCH — The bridge",
        "UPDATE: The bridge",
        "NASA - The bridge",
        "Q: The bridge",
        "THE RAIN HAD STOPPED by noon when the bridge fell",
        "BREAKING — The bridge",
        "FILE - The bridge",
        "TWEET OF THE DAY — The bridge",
        "FIRST LOOK — The bridge",
        "BOTTOM LINE — The bridge",
        "KEY POINTS: The bridge",
        "LEE: We did it",
        "NOTE: The bridge",
        "TALKING POINTS — Three things",
        "FACT CHECK — The mayor said",
        "EDITORIAL — The bridge",
        "MORNING BRIEFING — The bridge",
        "CHEAT SHEET — The bridge",
        "WHAT WE KNOW — The bridge",
        "TOP STORY — The bridge",
        "DRIVING THE DAY — The bridge",
        "HAPPENING TODAY — The bridge",
        "MONEY MATTERS — The bridge",
        "PLAYBOOK — The bridge",
        "By the numbers — The bridge",
        "Mayor Lee: We did it",
        "Breaking: The bridge",
        "Paris Hilton: I did it",
        "The bridge — built in 1920 — fell",
        "NEW YORK TIMES - The paper",
        "A — The bridge",
        "DEAR READER — The bridge",
        "GOOD MORNING — The bridge",
        "CORRECTION — The bridge",
        "Economy: Prices rose",
        "London Breed: We did it",
        "OPEC - The cartel",
        "NATO — The alliance said",
        "ON THE TRAIL — Lee was",
        "SPOTTED — Lee at the mill",
        "IVY LEAGUE — Lee",
        "MONDAY — The bridge fell",
        "March — The bridge",
        "JUST IN: The bridge fell",
        "EXCLUSIVE - The bridge fell",
        "WEATHER: Rain",
        "INSIDE THE MILL — Workers",
        "POLL POSITION — Lee leads",
        "SCOOP — Lee to run",
        "TRIVIA — Who was",
        "HEADS UP: The bridge",
        "REALITY CHECK — Lee said",
        "HAVANA TIMES – The bridge",
    ],
)
def test_labels_and_leads_are_none(line):
    assert newsquote.parse_dateline(line) is None


STORY = " The bridge will reopen in May, the mayor said, two years after the flood."


@pytest.mark.parametrize(
    ("printed", "place", "agency", "date_text"),
    [
        ("Nairobi, Kenya –", "Nairobi, Kenya", None, None),
        ("Deir el-Balah, Gaza –", "Deir el-Balah, Gaza", None, None),
        ("London —", "London", None, None),
        ("The Hague –", "The Hague", None, None),
        ("London and Paris —", "London and Paris", None, None),
        ("LONDON & PARIS —", "LONDON & PARIS", None, None),
        ("LONDON—", "LONDON", None, None),
        ("NORVALE, Kerala —", "NORVALE, Kerala", None, None),
        ("NORVALE, OH —", "NORVALE, OH", None, None),
        ("NORVALE (Ohio) —", "NORVALE (Ohio)", None, None),
        ("SOUTHERN ISRAEL —", "SOUTHERN ISRAEL", None, None),
        ("SINGAPORE:", "SINGAPORE", None, None),
        ("GUWAHATI:", "GUWAHATI", None, None),
        ("Thiruvananthapuram:", "Thiruvananthapuram", None, None),
        ("PETALING JAYA:", "PETALING JAYA", None, None),
        ("SYDNEY, March 4 AAP -", "SYDNEY", "AAP", "March 4"),
        ("Accra, March 4, GNA –", "Accra", "GNA", "March 4"),
        ("PORT-OF-SPAIN, Trinidad, CMC –", "PORT-OF-SPAIN, Trinidad", "CMC", None),
        ("MOSCOW, March 4. /TASS/.", "MOSCOW", "TASS", "March 4"),
        ("MOSCOW. March 4 (Interfax) -", "MOSCOW", "Interfax", "March 4"),
        ("Mumbai, Mar 4 (PTI)", "Mumbai", "PTI", "Mar 4"),
        ("New Delhi [India], March 4 (ANI):", "New Delhi [India]", "ANI", "March 4"),
        ("LONDON, March 4 (AFP/Reuters) -", "LONDON", "AFP/Reuters", "March 4"),
        ("San Diego (tca/dpa) -", "San Diego", "tca/dpa", None),
        ("(AP) LONDON —", "LONDON", "AP", None),
        ("[Reuters] LONDON —", "LONDON", "Reuters", None),
        ("(Xinhua) BEIJING, March 4 --", "BEIJING", "Xinhua", "March 4"),
        ("March 4, 2024 – LONDON –", "LONDON", None, "March 4, 2024"),
        ("4 March 2024, Geneva –", "Geneva", None, "4 March 2024"),
        ("March 4 (LONDON) –", "LONDON", None, "March 4"),
        ("NORVALE, Ohio – March 4, 2024 –", "NORVALE, Ohio", None, "March 4, 2024"),
        ("NORVALE, Ohio | March 4, 2024 |", "NORVALE, Ohio", None, "March 4, 2024"),
        ("GENEVA / NEW YORK (4 March 2024) –", "GENEVA / NEW YORK", None, "4 March 2024"),
        ("BERLIN, 04.03.2024 –", "BERLIN", None, "04.03.2024"),
        ("LONDON, Monday (AP) -", "LONDON", "AP", "Monday"),
        ("LONDON, Monday —", "LONDON", None, "Monday"),
        (
            "AUSTIN, Texas--(BUSINESS WIRE)--Mar 4, 2024--",
            "AUSTIN, Texas",
            "BUSINESS WIRE",
            "Mar 4, 2024",
        ),
        (
            "LOS ANGELES, CA / ACCESSWIRE / March 4, 2024 /",
            "LOS ANGELES, CA",
            "ACCESSWIRE",
            "March 4, 2024",
        ),
        (
            "LONDON, UK--(Newsfile Corp. - March 4, 2024) -",
            "LONDON, UK",
            "Newsfile Corp.",
            "March 4, 2024",
        ),
    ],
)
def test_the_pieces_stand_in_many_orders(printed, place, agency, date_text):
    found = newsquote.parse_dateline(printed + STORY)
    assert (found.place, found.agency, found.date_text) == (place, agency, date_text)
    assert found.text == printed


@pytest.mark.parametrize(
    "line",
    [
        "London — mayors of ten cities met in the old town hall on Monday.",
        "Paris — the city of light — has closed its towers to all visitors for now.",
        "Kochi: The Making of a Port City",
        "Guwahati: how a town of the hills was changed by a bridge",
        "Nairobi, Kenya – The Film",
        "Jakarta – Surabaya line to open in May after years of work on the bridges",
        "SINGAPORE: We will not pay for the bridge, and nobody else should pay for it.",
        "AUSTIN: No, it never was the plan of the town to close the bridge.",
        "Ann Lee, Ohio – The bridge should have been opened years ago, and you know it.",
        "BATTERY PACK: The bridge will reopen in May, the mayor said on Monday.",
        "March 4, 2024 – The bridge will reopen in May, the mayor said on Monday.",
        "GOOD FRIDAY — The bridge will be closed for the whole of the day.",
        "MONDAY, March 4 — The bridge will be closed for the whole of the day.",
        "(Ann Lee / AP)",
        "[CNN]",
        "AC / DC / The band will play on the bridge when it is opened in May.",
        "[The bridge] will reopen in May, the mayor said – and she means it.",
    ],
)
def test_look_alikes_before_sentences_are_none(line):
    assert newsquote.parse_dateline(line) is None


def test_behind_an_agency_no_sentence_is_a_place():
    line = "(AP) — The mayor – who was there – said that it would be open in May."
    assert newsquote.parse_dateline(line).text == "(AP) —"


@pytest.mark.xfail(
    strict=True, reason="a place that is not known stands before a colon as any label does"
)
def test_an_unknown_place_before_a_colon_is_read():
    assert newsquote.parse_dateline("NORVALE: The bridge will reopen in May.") is not None


@pytest.mark.xfail(strict=True, reason="months of other languages are not known")
def test_a_month_of_another_language_is_read():
    assert (
        newsquote.parse_dateline("ZÜRICH, 4. März (dpa) - The bridge will reopen in May.")
        is not None
    )
