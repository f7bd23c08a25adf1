"""Bytes into text."""

# ruff: noqa: RUF001 - what is printed has curly apostrophes and Cyrillic letters
import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.errors import ArticleError
from nutgraf.reading.decoding import decode

FRENCH = (
    "La mairie a rouvert la route mardi. La ville paiera pour les barrières plus larges, a déclaré "
    "la porte-parole. Les enfants mangeaient de la crème glacée à côté du marché, où l’on vendait "
    "des pêches. Le maire a remercié les ouvriers de leur patience, et il a juré que la place sera "
    "réparée l’année prochaine."
)
RUSSIAN = "Мост через реку вновь открыли во вторник. Город заплатит за новые опоры, сообщил мэр."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_only_the_byte_order_mark_is_dropped(mark: bytes, encoding: str) -> None:
    text = "Zürich\r\ncafe\u0301\rand\u00a0more\n"
    assert decode(mark + text.encode(encoding), "a.txt") == text


def test_a_legacy_encoding_is_found() -> None:
    assert decode(FRENCH.encode("cp1252"), "a.txt") == FRENCH
    assert decode(RUSSIAN.encode("koi8-r"), "a.txt") == RUSSIAN
    assert decode(RUSSIAN.encode("cp1251"), "a.txt") == RUSSIAN


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("iso-8859-1", "cp1252"), ("windows-1250", "cp1250"), ("GB2312", "gb18030")],
)
def test_the_declared_encoding_is_used_as_browsers_do(label: str, encoding: str) -> None:
    text = {"cp1252": "“Café”", "cp1250": "Příští most", "gb18030": "大桥"}[encoding]
    assert decode(text.encode(encoding), "a.html", label) == text


def test_utf_8_goes_before_a_wrong_declaration() -> None:
    assert decode("Café".encode(), "a.html", "iso-8859-1") == "Café"


@pytest.mark.parametrize("label", ["unheard-of", "punycode", "hex", "a\0b"])
def test_a_declaration_that_is_no_encoding_of_pages_is_passed_over(label: str) -> None:
    assert decode(FRENCH.encode("cp1252"), "a.html", label) == FRENCH


def test_a_declaration_that_does_not_fit_is_passed_over() -> None:
    assert decode(FRENCH.encode("cp1252"), "a.html", "big5") == FRENCH


def test_two_encodings_that_fit_equally_well_are_not_guessed_between() -> None:
    with pytest.raises(ArticleError, match="cp1250 and cp1252 fit equally well"):
        decode("Le président a parlé à l’été. Où est-il né? Là-bas.".encode("cp1252"), "a.txt")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "namely a PNG image"),
        (b"PK\x03\x04abc", "namely a ZIP archive"),
        (b"%PDF-1.7", "namely a PDF"),
        (b"{\\rtf1 text}", "namely RTF"),
        (b"text\0text", "it looks binary"),
        (b"\xff\0\xfe", "it looks binary"),
        (b"\x01\x02\x03 text", "it looks binary"),
        (bytes(range(1, 256)) * 8, "its encoding cannot be told"),
        (codecs.BOM_UTF16_LE + b"a", "it is UTF-16-LE with damaged bytes"),
        ("Brücke über Zürich".encode() + b"\xff", "it is UTF-8 with damaged bytes"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, told: str) -> None:
    with pytest.raises(ArticleError, match=told) as caught:
        decode(data, "a.txt")
    assert str(caught.value).startswith("a.txt: ")


def test_a_stray_control_character_is_kept() -> None:
    assert (
        decode(b"A form feed\x0c and one \x07 bell.", "a.txt")
        == "A form feed\x0c and one \x07 bell."
    )


@settings(max_examples=40)
@given(st.binary(max_size=300), st.text(max_size=12))
def test_any_bytes_give_text_or_our_error(data: bytes, label: str) -> None:
    text: str | None = None
    told = ""
    try:
        text = decode(data, "a.txt", label)
    except ArticleError as error:
        told = str(error)
    assert (text is None) == told.startswith("a.txt: ")
    assert "\0" not in (text or "")


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_utf_8_is_read_losslessly(text: str) -> None:
    kept = text.removeprefix("\ufeff")
    assert decode(text.encode(), "a.txt") == kept or text.startswith("{\\rtf")
