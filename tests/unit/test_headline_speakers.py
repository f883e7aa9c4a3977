"""Who says it: no thing, no paper where the sentence names somebody, and his words in one piece."""

from __future__ import annotations

import pytest
from events_samples import TODAY, article, headline_of, mentions, when
from headline_rules import faults_of

#: (sentence before, sentence, date, headline)
SAID: list[tuple[str, str, str, str]] = [
    # behind a quotation
    (
        "",
        "„Am Montag beginnt ein Jahr“, so Lang.",
        "Am Montag",
        "Lang: Ein Jahr beginnt",
    ),
    ("", "«Am Montag kommt der Bagger», so Lang weiter.", "Am Montag", "Lang: Der Bagger kommt"),
    (
        "",
        "Die Brücke werde am Montag gesperrt, so der Sprecher.",
        "am Montag",
        "Sprecher: Die Brücke werde gesperrt",
    ),
    (
        "",
        "Die Brücke öffnet am Montag, so die Hoffnung.",
        "am Montag",
        "Die Brücke öffnet, so die Hoffnung",
    ),
    # in one piece, though an exclamation mark stands inside
    (
        "Ole Beek war empört.",
        "„Niemals! Nicht mit mir!“, rief er am Montag im Rathaus.",
        "am Montag",
        "Ole Beek: „Niemals! Nicht mit mir!“",
    ),
    # a man
    (
        "",
        "„Wir warten seit Montag“, sagt der Vorsitzende des Vereins.",
        "seit Montag",
        "Vorsitzender: „Wir warten seit Montag“",
    ),
    # no thing, and nobody who only has to expect it
    (
        "Der Sprecher der Bahn bedauerte die Störung.",
        "Gäste müssten damit rechnen, dass der Betrieb erst am Montag wieder laufe.",
        "am Montag",
        "Sprecher der Bahn: Der Betrieb laufe wieder",
    ),
    # in the sentence itself rather than in the one before
    (
        "Ihr Verteidiger schwieg, das Haus sei alt.",
        "Ein Gutachter hatte ausgesagt, der Kessel sei seit Montag undicht.",
        "seit Montag",
        "Gutachter: Der Kessel sei undicht",
    ),
    (
        "",
        "Die Kammer hielt dem Zeugen vor, in seinem Bericht vom 3. Mai stehe eine andere Zahl.",
        "vom 3. Mai",
        "Kammer: In seinem Bericht stehe eine andere Zahl",
    ),
    (
        "",
        "Stadtrat Rieder konterte, der Entwurf sei erst am Montag verschickt worden.",
        "am Montag",
        "Stadtrat Rieder: Der Entwurf sei verschickt worden",
    ),
    (
        "",
        "Sie sehe es als erwiesen an, dass der Wirt am Montag den Keller geleert habe, um Gäste zu"
        " täuschen, sagte Richterin Ada Holm.",
        "am Montag",
        "Richterin Ada Holm: Der Wirt habe den Keller geleert, um Gäste zu täuschen",
    ),
    (
        "",
        "Kritik kam von Mitglied Paul Abel, der daran erinnerte, dass das Haus erst am Montag"
        " verkauft worden sei.",
        "am Montag",
        "Mitglied Paul Abel: Das Haus sei verkauft worden",
    ),
    # a body is meant by „sie“ as well
    (
        "Die Fraktion der Grünen ist dagegen.",
        "Sie erinnert daran, dass die Stadt erst am Montag Geld versprochen habe.",
        "am Montag",
        "Fraktion: Die Stadt habe Geld versprochen",
    ),
    ("", "Am Montag mahnte der Bund, er habe im Mai gewarnt.", "im Mai", "Bund: Er habe gewarnt"),
    # nobody is named
    ("", "Im Juni hieß es, ab Montag sei alles sicher.", "ab Montag", "Es hieß: Alles sei sicher"),
]


@pytest.mark.parametrize(("before", "sentence", "expression", "expected"), SAID)
def test_who_says_it(before: str, sentence: str, expression: str, expected: str) -> None:
    made = headline_of(sentence, expression, before)
    assert made == expected
    assert not faults_of(made)


def test_a_device_says_nothing() -> None:
    sentence = "Obwohl das Messgerät Alarm gemeldet habe, sei die Sirene am Montag stumm geblieben."
    told = article("a", sentence)
    (mention,) = mentions(told, when(told, "am Montag", TODAY))
    assert (mention.said_by, mention.headline) == ("", "Bote a: Die Sirene sei stumm geblieben")


def test_who_testified_needs_no_content() -> None:
    assert headline_of("Der Kapitän hat am Montag ausgesagt.", "am Montag") == (
        "Der Kapitän hat ausgesagt"
    )
    assert headline_of(
        "Der Kapitän hat am Montag ausgesagt, das Schiff sei gut gewesen.", "am Montag"
    ) == ("Der Kapitän hat ausgesagt, das Schiff sei gut gewesen")


@pytest.mark.parametrize(
    "line",
    [
        "## Entscheidung am Montag",
        "*Sendung: Regional am Abend, am Montag, 19 Uhr*",
        "**Korrektur:** In der Ausgabe hatten wir berichtet, das Bad schließe am Montag.",
    ],
)
def test_page_furniture_and_what_is_taken_back_are_no_events(line: str) -> None:
    told = article("a", f"Der Rat tagt bald.\n\n{line}\n\nDas Bad bleibt offen.")
    found = mentions(told, when(told, "am Montag", TODAY))
    assert [m.basis for m in found] == ["publication"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("**In eigener Sache:** Das Bad wurde am Montag gesperrt.", "Das Bad wurde gesperrt"),
        ("**Korrektur:** Das Bad wurde am Montag gesperrt.", "Das Bad wurde gesperrt"),
        ("**Moosau.** Das Bad wurde am Montag gesperrt.", "Das Bad wurde gesperrt"),
        ("## Bad wird am Montag eröffnet", "Bad wird eröffnet"),
    ],
)
def test_labels_of_markdown_are_no_news(sentence: str, expected: str) -> None:
    assert headline_of(sentence, "am Montag") == expected
