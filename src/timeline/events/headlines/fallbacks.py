"""What a headline falls back on where its clause tells too little: the clause behind, another one,
the clause with its date, the sentence as it stands, the title of the article.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.headlines.recast import Manner, completed, recast, with_complement
from timeline.events.headlines.shortening import DANGLING, LONGEST, says_little, shorten
from timeline.events.headlines.special import DEICTIC
from timeline.events.headlines.surroundings import Surroundings
from timeline.events.headlines.tokens import tidy
from timeline.events.headlines.voices import SPEAKING
from timeline.events.headlines.wellformed import broken
from timeline.events.speakers import is_report
from timeline.events.stretches import Stretch
from timeline.events.terms import is_content, stems
from timeline.german.clause_words import words_of
from timeline.german.clauses import Clause


def title_headline(title: str) -> str:
    """An article's title as a headline."""
    return shorten(tidy(" ".join(title.split())))


def telling_title(title: str) -> str:
    """The same, but "" for one in capitals, which most often is a rubric: "TERMINE"."""
    return "" if title.isupper() else title_headline(title)


def as_it_stands(clause: Clause, place: Stretch, around: Surroundings) -> str:
    """The first that is whole: the clause with its dates, as written, the sentence, the title, the
    sentence cut; from its date (at ``place``) on where another one stands in front; or ""."""
    sentence = around.sentence
    whole, title = tidy(sentence), telling_title(around.article.title)
    main = clause.kind == "main"
    for text in (
        completed(clause, around, Manner(around.frames, lenient=True)) if main else "",
        tidy(clause.text(sentence)) if main else "",
        whole,
        title if _tells_of(title, sentence) else "",
        tidy(sentence[place[0] : clause.span[1]]) if _is_later(place, around) else "",
        shorten(whole),
    ):
        if len(words_of(text)) > 2 and len(text) <= LONGEST and not broken(text, sentence):
            return text
    return ""


def fallback(
    clause: Clause, text: str, place: Stretch, around: Surroundings, manner: Manner
) -> str:
    """For a clause whose headline ``text`` says too little: the clause with its date (at ``place``)
    or under its title, another clause, or the sentence as it stands."""
    told = any(is_content(word.text) for word in words_of(text))
    if told and not DANGLING.match(text):
        if clause.finite is None:
            return _titled(text, around)
        label = around.sentence[place[1] : place[1] + 1] == ","  # "Oktober, der Wirt geht"
        if not DEICTIC.search(around.sentence, *place) and not label:
            manner = manner.keeping(place)
            dated = recast(clause, around, manner)
            if len(text) < len(dated) <= LONGEST:
                return dated
        return text if len(words_of(text)) > 1 else _plain(clause, place, around, manner)
    other = _another(clause, around, manner)
    if other:
        return other
    asked = tidy(f"{around.before} {around.sentence}")
    if clause.finite is None and around.before.endswith("?") and len(asked) <= LONGEST:
        return asked  # "Wann öffnet das Bad? Frühestens am 3. Mai."
    title = telling_title(around.article.title)
    alone = not around.before or clause.finite is None
    if title and (alone or _tells_of(title, around.sentence)):
        return title
    return _plain(clause, place, around, manner) or text or title


def _tells_of(title: str, sentence: str) -> bool:
    """Whether a title tells what a sentence does: one word in common may be chance."""
    return len(set(stems(words_of(title))) & set(stems(words_of(sentence)))) > 1


def _is_later(place: Stretch, around: Surroundings) -> bool:
    """Whether another date stands in front of the one at ``place``."""
    return min(around.dates, default=place) != place


def _titled(text: str, around: Surroundings) -> str:
    """A label too short to stand alone, behind the title of its article."""
    title = telling_title(around.article.title)
    joined = f"{title}: {text}"
    return joined if title and len(joined) <= LONGEST else text


def _another(clause: Clause, around: Surroundings, manner: Manner) -> str:
    """The headline of another main clause of the sentence: any for a clause that only hangs on
    one, for a main clause one behind its comma; or ""."""
    hangs = clause.finite is None or clause.kind != "main" or is_report(clause)
    for other in around.clauses:
        if other is clause or other.finite is None or other.kind != "main":
            continue
        gap = around.sentence[clause.span[1] : other.span[0]].strip()
        if not hangs and (gap != "," or other.finite == 0):
            continue
        lowers = {word.lower for word in other.words}
        if other.words[0].lower in ("und", "aber", "doch") or lowers & SPEAKING:
            continue
        told = "" if is_report(other) else recast(other, around, manner)
        if not says_little(told):
            return told
    return ""


def _plain(clause: Clause, place: Stretch, around: Surroundings, manner: Manner) -> str:
    """The clause with its pronouns, or as it stands; the whole sentence where it is short."""
    manner = replace(manner, lenient=True)
    told = recast(clause, around, manner)
    bound = around.sentence[place[0] :].lower().startswith(("bis ", "ab ", "seit "))
    if len(words_of(told)) < 5 and bound and not DEICTIC.search(around.sentence, *place):
        manner = manner.keeping(place)  # "Die Schau läuft bis 3. Juni"
        told = recast(clause, around, manner)
    full = with_complement(clause, told, around, manner.left_out)
    written, whole = tidy(clause.text(around.sentence)), tidy(around.sentence)
    for text in (full, told, written, whole):
        if 8 <= len(text) <= LONGEST and len(words_of(text)) > 3:
            return text
    return whole if len(whole) <= LONGEST else shorten(written)
