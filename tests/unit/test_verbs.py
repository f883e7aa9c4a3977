from __future__ import annotations

import pytest

from timeline.german.clauses import clause_at, clauses
from timeline.german.verb_forms import Form, forms
from timeline.german.verbs import (
    Tense,
    is_counterfactual,
    modality,
    modality_of,
    tense,
)
from timeline.models import Modality

TENSES: dict[Tense, tuple[str, ...]] = {
    "past": (
        "Der Ausschuss tagte am Montag",
        "Die Straße wurde am Freitag gesperrt",
        "Er ist am Freitag gestorben",
        "Sie hat am Montag das Amt übernommen",
        "Der Zug kam am Abend an",
        "nachdem die Firma im Mai Insolvenz angemeldet hatte",
        "weil Taucher im März auf Risse stießen",
        "Insgesamt sollen seit Mai acht Züge geliefert worden sein",
        "Er soll am Montag das Geld gestohlen haben",
        "Der Kassier soll im Mai nach Zypern geflohen sein",
        "Kurz nach 19 Uhr begann es zu hageln",
        "Er hatte sich verletzt und am Samstag zusehen müssen",
        "Man habe am Montag verhandelt",
        "Vier Boote sind am Dienstag gesunken",
        "Am Montag trafen sich die Wirte",
        "600 Leute haben sich zu einer Feier versammelt, mit Fahnen und Trommeln",
    ),
    "present": (
        "Der Ausschuss tagt am Montag",
        "Die Straße ist seit Freitag gesperrt",
        "Am Sonntag beginnt das Fest",
        "Die Züge stehen seit Montagabend",
        "Der Rat stimmt am Dienstag ab",
        "Das Amt ist am Montag geschlossen",
    ),
    "future": (
        "Sie wird am Montag das Amt übernehmen",
        "Das Konzert soll am Mittwoch stattfinden",
        "Die Premiere ist für Samstag geplant",
        "Die Brücke dürfte 2031 fertig sein",
        "Die Brücke soll im Mai fertiggestellt sein",
        "der Ende Mai den Betrieb beginnen könnte",
        "Er werde am Montag kommen",
        "den Neubau 2031 freizugeben",
    ),
    "none": ("Großbrand im Westflügel", "Drei Tote nach Lawine"),
}


@pytest.mark.parametrize(
    ("clause", "expected"), [(clause, name) for name, rows in TENSES.items() for clause in rows]
)
def test_tense(clause: str, expected: Tense) -> None:
    assert tense(clause) == expected


@pytest.mark.parametrize(
    ("clause", "ahead", "expected"),
    [
        ("Der Rat stimmt am Dienstag ab", True, "planned"),
        ("Der Rat stimmt am Dienstag ab", False, "happened"),
        ("Wer ihr folgt, soll am Mittwoch bekanntgegeben werden", True, "planned"),
        ("Insgesamt sollen seit Mai acht Züge geliefert worden sein", False, "possible"),
        ("Der mutmaßliche Brandstifter floh am Montag", False, "happened"),
        ("Ein vermutlich kranker Wirt ist am Montag gestürzt", False, "happened"),
        ("Das wohl älteste Haus brannte am Montag ab", False, "happened"),
        ("Der Wirt hat das wohl am Montag getan", False, "possible"),
        ("Er floh mutmaßlich am Montag", False, "possible"),
        ("Der Bericht vom Montag trifft nicht zu", False, "denied"),
        ("Sie wies den Vorwurf am Montag zurück", False, "denied"),
        ("Das Gericht wies den Antrag am Montag zurück", False, "happened"),
        ("Die Stadt wies die Forderung der Erben am Montag zurück", False, "happened"),
        ("die im Herbst beginnen könnten", True, "possible"),
        ("Die Brücke dürfte 2031 fertig sein", True, "planned"),
        ("Mit Frost ist ab Freitag zu rechnen", True, "possible"),
        ("Das Konzert am Freitag ist abgesagt", True, "cancelled"),
        ("Die Sitzung am Freitag fällt wegen Krankheit aus", True, "cancelled"),
        ("Der Busverkehr fällt am Freitag aus", True, "cancelled"),
        ("Die Uhr wird am Sonntag um eine Stunde zurückgestellt", True, "planned"),
        ("Die Wahl wurde auf den 3. Mai verschoben", True, "postponed"),
        ("Der Wirt bestreitet, am Montag dort gewesen zu sein", False, "denied"),
        ("Das Werk hat den Unfall weder bestätigt noch dementiert", False, "happened"),
        ("Die Straße wurde am Freitag gesperrt", None, "happened"),
        ("Die Kapelle wird vom Blitz getroffen", None, "happened"),
        ("Die Kapelle wird 2031 öffnen", None, "planned"),
    ],
)
def test_modality(clause: str, ahead: bool | None, expected: Modality) -> None:
    assert modality(clause, ahead=ahead) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Falls der Deich am Montag bricht, wird das Dorf geräumt.", "possible"),
        ("Der Rat tagt erst, wenn am Montag ein Gutachten vorliegt.", "possible"),
        ("Wenn am Montag die Schau öffnet, spielt eine Kapelle.", "planned"),
    ],
)
def test_a_condition_is_no_plan(sentence: str, expected: Modality) -> None:
    at = sentence.index("am Montag")
    assert modality_of(clause_at(sentence, at, at + 9), sentence, ahead=True) == expected


@pytest.mark.parametrize(
    ("sentence", "expression", "expected"),
    [
        (
            "Der Sprecher sagte am Freitag, dass die Brücke am Montag gesperrt wurde.",
            "am Montag",
            "dass die Brücke am Montag gesperrt wurde.",
        ),
        (
            "Der Sprecher sagte am Freitag, dass die Brücke am Montag gesperrt wurde.",
            "am Freitag",
            "Der Sprecher sagte am Freitag",
        ),
        (
            "Die Wirtin, die 2019 das Haus kaufte, will 2031 schließen.",
            "2019",
            "die 2019 das Haus kaufte",
        ),
        (
            "Die Bauern demonstrierten am Montag und blockierten am Dienstag die Mühle.",
            "am Dienstag",
            "und blockierten am Dienstag die Mühle.",
        ),
        (
            "Am 3. Mai wurde die Kapelle geweiht; sie steht seit 1904 am See.",
            "seit 1904",
            "sie steht seit 1904 am See.",
        ),
        (
            "Das Dorf hofft, den Neubau 2031 zu eröffnen, und sammelt Geld.",
            "2031",
            "den Neubau 2031 zu eröffnen",
        ),
        ("Herbst 1905: Streik im Werk.", "Herbst 1905", "Herbst 1905: Streik im Werk."),
    ],
)
def test_the_clause_around_an_expression(sentence: str, expression: str, expected: str) -> None:
    at = sentence.index(expression)
    start, end = clause_at(sentence, at, at + len(expression)).span
    assert sentence[start:end].strip() == expected


def test_an_interrupted_main_clause_has_several_pieces() -> None:
    sentence = "Die Wirtin, die 2019 das Haus kaufte, will 2031 schließen."
    main = next(clause for clause in clauses(sentence) if clause.kind == "main")
    assert main.text(sentence) == "Die Wirtin will 2031 schließen."
    assert main.finite is not None
    assert main.words[main.finite].text == "will"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Die Fähren fahren nicht, der Betrieb soll am Samstag wieder aufgenommen werden.", "main"),
        ("Die Gäste gingen, die Kellner sollten noch bleiben.", "main"),
        ("Das Haus, das am Samstag hätte fertig sein sollen, steht leer.", "relative"),
        ("Das Fest, das am Samstag gefeiert werden soll, ist abgesagt.", "relative"),
        ("Die Leute, die am Samstag haben warten müssen, klagen.", "relative"),
    ],
)
def test_an_article_behind_a_comma_opens_either_clause(sentence: str, kind: str) -> None:
    assert clauses(sentence)[1].kind == kind


def test_every_word_belongs_to_one_clause() -> None:
    sentence = (
        "Als der Regen (42 Liter) kam, sagte der Wirt, der seit 1990 dort lebt, man müsse gehen, "
        "und schloss um 8 Uhr – die Gäste, etwa 30, blieben."
    )
    starts = [word.start for clause in clauses(sentence) for word in clause.words]
    assert len(starts) == len(set(starts))


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("vergab", Form.PRETERITE),
        ("stattgefunden", Form.PARTICIPLE),
        ("freizugeben", Form.INFINITIVE),
        ("übernahm", Form.PRETERITE),
        ("zugestimmt", Form.PARTICIPLE),
        ("könnte", Form.UNREAL),
        ("stiessen", Form.PRETERITE),
    ],
)
def test_forms(word: str, form: int) -> None:
    assert forms(word) & form


@pytest.mark.parametrize("word", ["Brücke", "letzte", "nicht", "seit", "bereits", "neuen"])
def test_what_only_looks_like_a_verb(word: str) -> None:
    assert not forms(word)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Das für Samstag geplante Weinfest fällt aus", "cancelled"),
        ("Der Konzern habe das Werk verkauft, besagt ein Gerücht", "possible"),
        ("Er soll zwischen März 2019 und Mai 2023 Anteile verkauft haben", "possible"),
        ("Die Wehr rückt an", "happened"),
    ],
)
def test_modality_of_the_first_clause(sentence: str, expected: Modality) -> None:
    first = clauses(sentence)[0]
    assert modality_of(first, sentence) == expected


def test_what_hangs_on_a_condition_is_possible() -> None:
    sentence = "Klappt das nicht, rückt am Montag die Wehr an."
    condition, main = clauses(sentence)
    assert (condition.kind, main.kind) == ("sub", "main")
    assert modality_of(main, sentence, ahead=True) == "possible"


def test_what_never_was_is_no_event() -> None:
    for sentence in (
        "Wäre der Damm im April erneuert worden, stünde das Haus noch.",
        "Wenn der Damm im April erneuert worden wäre, stünde das Haus noch.",
    ):
        assert is_counterfactual(clauses(sentence)[0], sentence)
    sure = "Wenn die Halle am Montag öffnet, kommt er."
    assert not is_counterfactual(clauses(sure)[0], sure)


def test_nor_is_what_would_have_followed() -> None:
    sentence = "Hätte er verkauft, wären am Mittwoch nicht 90 Leute entlassen worden."
    assert is_counterfactual(clauses(sentence)[1], sentence)
    polite = "Hätte er Zeit, käme er am Mittwoch."
    assert not is_counterfactual(clauses(polite)[1], polite)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Das Konzert fällt aus", "cancelled"),
        ("Für das Heimspiel fällt Ada Holm aus", "happened"),
        ("Die Feier fiel kleiner aus", "happened"),
        ("Bei der Feier fiel eine Frau aus dem Fenster", "happened"),
    ],
)
def test_who_falls_out_calls_nothing_off(sentence: str, expected: Modality) -> None:
    assert modality_of(clauses(sentence)[0], sentence, ahead=False) == expected


def test_a_contrast_is_no_condition() -> None:
    for sentence in (
        "Gilt bisher Tempo 50, dürfen Autos ab Juli nur 30 fahren.",
        "Lag der Preis im Mai bei zwei Euro, steigt er im Juli.",
    ):
        assert [clause.kind for clause in clauses(sentence)] == ["main", "main"]
