"""Text that is not English: marks and layout alone, a note, and no cue that nobody printed."""

import pytest

import newsquote
from newsquote._text import languages
from newsquote.lang import get_pack

GERMAN = (
    "Bürgermeisterin warnt vor Schließung\n\n„Es ist vorbei“, sagte Bürgermeisterin Anna Lehmann am Montag in Norvale. Die alte Mühle werde schon im Mai "
    "geschlossen, hieß es in der Stadt, und niemand wisse bisher, wie es danach weitergehen könne.\n\nSie sagte, dass die Gespräche mit den Besitzern "
    "gescheitert seien und man nun nach neuen Wegen suchen müsse. „Wir hatten alle gehofft, dass sich noch ein Käufer findet“, so Lehmann. Was also will die "
    "Stadt nun tun? Darüber soll der Rat bereits im Herbst beraten, wenn die Zahlen vorliegen und geprüft worden sind.\n"
)
FRENCH = (
    "La maire s'inquiète\n\n« C'est fini », a déclaré lundi la maire Anne Lenoir à Norvale. Le moulin fermera ses portes dès le mois de mai, selon la "
    "direction, et personne ne sait encore ce que deviendront les ouvriers.\n\nElle a dit que les discussions avec les propriétaires avaient échoué et qu'il "
    "fallait maintenant chercher de nouvelles voies pour la commune. « Nous avions tous espéré qu'un acheteur se présenterait », a-t-elle ajouté devant les "
    "habitants réunis sur la place, avant de rappeler que le conseil devra encore se prononcer.\n"
)
SPANISH = (
    "La alcaldesa advierte\n\n«Se acabó», dijo el lunes la alcaldesa Ana León en Norvale. El molino cerrará sus puertas en mayo, según la empresa, y nadie "
    "sabe todavía qué pasará con los obreros.\n\nDijo que las conversaciones con los dueños habían fracasado y que ahora habría que buscar nuevos caminos "
    "para el pueblo. «Todos esperábamos que apareciera un comprador», añadió ante los vecinos reunidos en la plaza, antes de recordar que el consejo "
    "todavía tiene que pronunciarse sobre las cuentas.\n"
)
RUSSIAN = (
    "Мэр предупреждает\n\n«Всё кончено», — сказала в понедельник мэр Анна Лебедева. Мельница закроется уже в мае, сообщили в компании, и никто пока не знает, "
    "что будет с рабочими.\n\nОна сказала, что переговоры с владельцами провалились и теперь городу нужно искать новые пути. «Все надеялись, что найдётся "
    "покупатель», — добавила она перед жителями, которые собрались на площади, и напомнила, что совет ещё должен высказаться о расходах и доходах города, "
    "прежде чем можно будет что-то решать всерьёз и надолго, как того хотят многие жители и соседние деревни.\n"
)
ARABIC = (
    "رئيسة البلدية تحذر\n\nقالت رئيسة البلدية آنا ليان يوم الاثنين: «انتهى الأمر». وأضافت أن المطحنة ستغلق أبوابها في مايو وأن المحادثات مع المالكين فشلت.\n\n"
    "ولا يعرف أحد حتى الآن ماذا سيحدث للعمال بعد ذلك، وقالت إن المدينة تحتاج إلى طرق جديدة قبل نهاية العام الحالي.\n"
)
CHINESE = (
    "市长警告\n\n“一切都结束了，”市长安娜·李周一在诺维尔说。她说工厂将于五月关闭，与业主的谈判已经失败，城市需要寻找新的道路。\n\n"
    "到目前为止没有人知道工人们以后会怎么样。“我们都希望能找到买家。”她在广场上对居民们说，并提醒大家市议会还需要在秋天之前就城市的收入和支出作出决定。\n"
)
FOREIGN = {
    "German": GERMAN,
    "French": FRENCH,
    "Spanish": SPANISH,
    "Russian": RUSSIAN,
    "Arabic": ARABIC,
    "Chinese": CHINESE,
}
QUOTED = {
    "German": ["„Es ist vorbei“", "„Wir hatten alle gehofft, dass sich noch ein Käufer findet“"],
    "French": ["« C'est fini »", "« Nous avions tous espéré qu'un acheteur se présenterait »"],
    "Spanish": ["«Se acabó»", "«Todos esperábamos que apareciera un comprador»"],
    "Russian": ["«Всё кончено»", "«Все надеялись, что найдётся покупатель»"],
    "Arabic": ["«انتهى الأمر»"],
    "Chinese": ["“一切都结束了，”", "“我们都希望能找到买家。”"],
}
ENGLISH = (
    'Closure of the mill\n\n"It is over," said Mayor Ann Lee on Monday in Norvale. The old mill will close as early as May, the town said, and nobody '
    "knows what will become of the workers, who have waited for news since the autumn.\n\nShe said that talks with the owners had failed and that the town "
    "would have to look for other ways before the end of the year.\n"
)


def codes(article):
    return [note.code.value for note in article.notes]


@pytest.mark.parametrize("model", ["default", None])
@pytest.mark.parametrize("name", FOREIGN)
def test_of_another_language_marks_and_layout_are_read_and_nothing_is_invented(name, model):
    article = newsquote.parse(
        FOREIGN[name],
        options=newsquote.ParseOptions(model=model, include_thoughts=True, include_nested=True),
    )
    assert codes(article).count("language-unsupported") == 1
    assert [quote.text for quote in article.quotes] == QUOTED[name]
    assert {
        (quote.cue, quote.source, quote.speaker, quote.kind.value) for quote in article.quotes
    } == {(None, None, None, "direct")}
    assert article.speakers == article.no_comments == ()
    assert article.headline.text == FOREIGN[name].split("\n")[0]
    assert len(article.paragraphs) == 2


def test_marks_around_a_title_are_no_quotation_in_another_language_either():
    text = GERMAN + "\nDer Film „Die Mühle am Fluss“ läuft noch bis Sonntag im alten Kino.\n"
    article = newsquote.parse(text)
    assert len(article.quotes) == 2
    assert [found.text for found in article.rejected] == ["„Die Mühle am Fluss“"]


def test_strays_are_noted_in_another_language_too():
    assert "stray-mark" in codes(newsquote.parse(SPANISH.replace("caminos", 'caminos"')))


@pytest.mark.parametrize("name", FOREIGN)
def test_english_with_foreign_quotations_stays_english(name):
    body = FOREIGN[name].split("\n\n", 1)[1].replace("“", "").replace("”", "")
    text = (
        ENGLISH
        + f"\n“{' '.join(body.split())}” a resident said on Tuesday, and nobody at the meeting could say what had been meant by it.\n"
    )
    article = newsquote.parse(text)
    assert "language-unsupported" not in codes(article)
    assert (
        next(quote for quote in article.quotes if quote.kind == "direct").speaker.name == "Ann Lee"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Die Mühle schließt im Mai.",
        "Всё кончено.",
        "一切都结束了",
        "„Es ist vorbei“, sagte Anna Lehmann am Montag in Norvale.",
    ],
)
def test_short_texts_are_not_judged(text):
    assert "language-unsupported" not in codes(newsquote.parse(text))


def test_lists_and_tables_of_names_and_numbers_are_not_judged():
    text = "Results\n\n" + "\n".join(
        f"Lee {n}, Brandt {n + 1}, Quell {n + 2} (Norvale Rovers v Wexmouth Town)"
        for n in range(40)
    )
    assert "language-unsupported" not in codes(newsquote.parse(text))


def known(text):
    return languages.is_known(text, [(0, len(text))], get_pack("en"))


@pytest.mark.parametrize("count", [49, 50])
def test_fifty_words_are_enough_to_judge(count):
    assert known("mühle " * count) is (count < 50)


def test_words_without_capitals_count_by_their_signs():
    assert known("工厂" * 49)
    assert not known("工厂" * 50)


def test_one_small_word_in_twenty_five_is_enough():
    assert known("mühle " * 96 + "the " * 4)
    assert not known("mühle " * 97 + "the " * 3)


def test_capitals_and_words_of_two_letters_say_nothing():
    assert known("MÜHLE Mühle " * 100)
    assert not known("mühle in am so " * 60)
    assert known("ab cd " * 300)


def test_only_the_ranges_are_looked_at():
    text = "the and was " * 30 + "mühle " * 60
    assert not languages.is_known(text, [(360, len(text))], get_pack("en"))
    assert languages.is_known(text, [(0, 360)], get_pack("en"))
    assert languages.is_known(text, [], get_pack("en"))


def test_the_first_six_hundred_words_decide():
    assert not known("mühle " * 600 + "the " * 600)
    assert known("the " * 30 + "mühle " * 1200)
