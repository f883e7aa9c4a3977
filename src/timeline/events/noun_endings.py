"""How nouns end: those that stand without an article behind "-er", fields of offices, measures."""

from __future__ import annotations

import re

from timeline.german.tables import table

#: Nouns that are genitives behind an adjective in "-er": plurals ("weiterer Proben", "alter
#: Häuser") and feminines ("frischer Ware"); not masculines, which are subjects ("starker Regen").
PLURAL_OR_FEMININE = re.compile(
    r".{2,}(?:e|en|eln|[aeu]uern|mmern|estern|ung|heit|keit|schaft|ion|tät)\Z"
    r"|.*(?:kinder|häuser|bücher|länder|felder|wälder|bilder|männer|dörfer|mitglieder|eier|räder"
    r"|dächer|blätter|gelder|schilder|lieder|kleider|hühner|rinder|völker|ämter|güter|löcher|opfer"
    r"|gräber|schlösser|fässer|gläser|bäder|vögel|mängel"
    r"|autos|fotos|videos|büros|kinos|clubs|teams|fans|hotels|parks)\Z",
    re.IGNORECASE,
)
MASCULINE = re.compile(
    r".*(?:regen|wagen|garten|hafen|graben|ofen|schaden|boden|laden|faden|kasten|balken|haufen|rasen"
    r"|daumen|knochen|magen|bogen|segen|schatten|schinken|streifen|besen|kuchen|brocken|brunnen"
    r"|tropfen|orden|posten|karren|schnupfen|verein|stein|wein|schein|termin|benzin"
    r"|(?:nam|will|glaub|gedank|fried|buchstab|käs|kolleg|zeug|kund|jung|bot|erb|gatt|pat|sklav"
    r"|ries|has|löw|aff|bull|expert|log|gefährt|gesell|neff|russ|franzos|pol|chines|brit|dän|schwed"
    r"|finn|griech|türk)e|schnee|tee|kaffee|klee|see)\Z",
    re.IGNORECASE,
)
#: Adverbs and the like that end like such adjectives.
NO_ADJECTIVES = table(
    """
    wieder immer früher später weiter sicher aber oder leider bisher vorher nachher daher hinterher
    mitunter darunter herunter hinunter hinüber herüber vorüber darüber worüber länger schneller
    besser öfter selber eher lieber näher höher tiefer
    """
)
#: what institutions are there for: schools of learning and departments of the state
FIELD = re.compile(
    r".*(?:schutz|pflege|wesen|recht|wirtschaft|technik|sicherheit|politik|geschichte|medizin"
    r"|wissenschaft|wissenschaften|forschung|physik|mathematik|informatik|statistik|logie|chemie"
    r"|bildung|entwicklung|planung|versorgung|förderung|arbeit|energie|technologie|bau|bauen)\Z"
    r"|(?:umwelt|verkehr|kultur|gesundheit|finanzen|justiz|inneres|äußeres|soziales|familie|jugend"
    r"|sport|kunst|klima|migration|integration|steuern|forsten|digitales|schule|schulen|soziales"
    r"|tourismus|handel|handwerk|verteidigung|menschenrechte|straßen|wasser|ernährung)\Z",
    re.IGNORECASE,
)
#: what things without an article are measured in: "12 Liter | giftige Lauge"
MEASURE = re.compile(r"(?:Liter|Tonnen?|Kilo(?:gramm)?|Gramm|Zentner|Kubikmeter|Flaschen|Kisten)\Z")
