"""Which language a text looks like: refused only where it is plainly another than English."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.errors import OtherLanguage
from allegedly.intake.language import language_name, language_of

ENGLISH = "The mayor of Odra said on Monday that the bridge was not safe and that it would be closed for a year."
OTHERS = [
    (
        "German",
        "Der Minister sagte am Montag, dass die Brücke nicht sicher ist und von der Stadt nun für ein Jahr gesperrt wird.",
    ),
    ("French", "Le ministre a dit lundi que le pont de la ville n’est pas sûr et qu’il sera fermé pour un an par les autorités."),
    ("Spanish", "El ministro dijo el lunes que el puente de la ciudad no es seguro y que se va a cerrar por un año."),
    ("Italian", "Il ministro ha detto lunedì che il ponte della città non è sicuro e che sarà chiuso per un anno dal comune."),
    (
        "Portuguese",
        "O ministro disse na segunda que a ponte da cidade não é segura e que vai ser fechada por um ano pelas obras.",
    ),
    ("Dutch", "De minister zei op maandag dat de brug van de stad niet veilig is en dat hij voor een jaar wordt gesloten."),
    ("Russian", "Министр заявил в понедельник, что мост в городе не безопасен и что он будет закрыт на год."),
    ("Greek", "Ο υπουργός είπε τη Δευτέρα ότι η γέφυρα της πόλης δεν είναι ασφαλής και θα κλείσει για έναν χρόνο."),
    ("Hebrew", "השר אמר ביום שני כי הגשר בעיר אינו בטוח וכי הוא ייסגר למשך שנה על ידי העירייה."),
    ("Chinese", "部长星期一表示，该市的桥梁不安全，将关闭一年，市政府说没有足够的钱来修理它。"),
    ("Japanese", "大臣は月曜日に、市の橋は安全ではなく、一年間閉鎖されると述べた。お金が足りないという。"),
]


@pytest.mark.parametrize(("language", "text"), OTHERS, ids=[language for language, _ in OTHERS])
def test_another_language_is_refused(take: Callable[..., Any], language: str, text: str) -> None:
    """The refusal names the language and the way round it; with force it is read."""
    taken = take({"a.txt": text})
    assert taken.articles == []
    assert taken.refused == [f"a.txt: looks like {language}; the reader knows English, and --force reads it all the same"]
    assert taken.kinds == [OtherLanguage]
    assert [article.text for article in take({"a.txt": text}, force=True).articles] == [text]


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        ENGLISH.lower().replace(" ", "\n"),
        f"{ENGLISH} “Der Minister hat das nicht gesagt,” the paper Die Zeitung wrote. {ENGLISH}",
        "Jean de la Croix, of the Bureau de la Ville, said that he was not at the hotel with the mayor on Monday.",
        "Министр said on Monday that the bridge was not safe and that it would be closed, and the mayor said it was so.",
    ],
)
def test_english_is_english(text: str) -> None:
    """Capitals, missing punctuation, foreign names and quotations make no other language of an English text."""
    assert language_of(text) == "en"


@pytest.mark.parametrize("text", ["", "Nein!", "12.5 %", "“”", "Paris, le 3 mai", "Odra Odra Odra Odra Odra Odra Odra Odra"])
def test_too_short_to_tell(take: Callable[..., Any], text: str) -> None:
    """What is too short or has no words is left open, and is read where there is anything in it."""
    assert language_of(text) is None
    assert take({"a.txt": f"{text}."}).refused == []


def test_a_long_text_is_looked_at_in_three_places() -> None:
    """An English lead does not hide that the rest is another language."""
    assert language_of(ENGLISH + OTHERS[0][1] * 400) == "de"


def test_names() -> None:
    """A language has its English name; a code that is not known is its own."""
    assert language_name("de") == "German"
    assert language_name("xx") == "xx"


@given(st.text(st.characters(codec=None)))
def test_any_text_has_a_language_or_none(text: str) -> None:
    """Any string has a language of the table, or none."""
    found = language_of(text)
    assert found is None or language_name(found) != found
