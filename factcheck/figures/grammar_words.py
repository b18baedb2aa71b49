"""Closed classes and common forms of English that the readers of units and nouns go by."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words(
    "the a an this that these those my your his her its our their whose each every any all both some no another"
    " either neither such what which"
)
PREPOSITIONS = _words(
    "of in on at by for from to with into onto over under about after before between among during since until till"
    " against across along around through throughout towards toward within without near behind beyond above below"
    " beneath beside besides despite per via amid upon off out outside inside as than like unlike including up down"
    " following according owing versus vs past worth plus minus aboard"
)
CONJUNCTIONS = _words(
    "and or but nor so yet because if when while where whereas although though unless once that who whom which"
    " whether how why whilst then & whereby"
)
PRONOUNS = _words(
    "i you he she it we they me him them us himself herself itself themselves myself yourself who someone anyone"
    " everyone everybody nobody something anything everything nothing there here mine yours ours theirs one another"
    " others"
)
AUXILIARIES = _words(
    "is are was were be been being am has have had having do does did done will would shall should can could may"
    " might must ought isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't"
    " couldn't shouldn't cannot isn’t aren’t wasn’t weren’t hasn’t haven’t don’t doesn’t didn’t won’t wouldn’t can’t"
    " couldn’t"
)
ADVERBS = _words(
    "not now then also just only even still already again ago later earlier soon often never always ever today"
    " yesterday tomorrow tonight away back down up together apart alone too very quite rather almost nearly more"
    " less most least yearly annually overall altogether else instead meanwhile however therefore thus afterwards"
    " beforehand home abroad overnight nationwide worldwide well far long each apiece badly respectively thereafter"
    " downwards upwards lower higher so yet once twice here there where online offline"
)
CLOSED = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | AUXILIARIES | ADVERBS

# Verbs that do not end in -ed, in the forms that follow a noun.
VERBS = _words(
    "began begun became become came come went go goes gone got get gets gave give gives given took take takes taken"
    " made make makes said say says told tell tells saw see sees seen knew know knows thought think thinks found"
    " find finds left leave leaves lost lose loses won win wins met meet meets paid pay pays sold sell sells bought"
    " buy buys held hold holds kept keep keeps led lead leads lay lie lies ran run runs rose rise rises risen fell"
    " fall falls fallen grew grow grows grown drew draw draws drawn flew fly flies threw throw throws wrote write"
    " writes written spoke speak speaks spoken broke break breaks broken stood stand stands sat sit sits slept sleep"
    " sleeps fought caught catch catches taught bring brings brought build builds built spent spend spends sent send"
    " sends lend lent put puts cut cuts hit hits hurt hurts let lets set sets shut shuts cost costs beat beats quit"
    " quits spread hid hidden drove drive drives driven rode ride rides chose choose chosen froze frozen stole"
    " stolen wore wear wears worn tore torn bore born swore sworn sank sink sinks sunk sang sing drank drink drinks"
    " shot shoot shoots shook shaken fed feel feels felt dealt meant read reads heard hear hears seek sought struck"
    " strike strikes stuck swung wound bid bids burst ate eat eats eaten show shows shown remain remains want wants"
    " need needs work works live lives die dies died withdrew withdraw withdraws say seem seems appear appears"
    " include includes involve involves require requires help helps make start starts stay stays turn turns use uses"
    " travel travels face faces join joins vote votes own owns lack receive receives suffer expect expects plan"
    " plans hope hopes agree agrees believe believes attend attends return returns happen happens follow follows"
    " allow allows begin begins continue continues arrive arrives try tries ask asks account accounts mean means"
    " contain contains cover covers carry carries weigh weighs measure measures"
)

# Nouns that do not end in -s in the plural.
PLURALS = _words(
    "people men women children policemen policewomen firemen fishermen businessmen congressmen servicemen workmen"
    " feet teeth geese mice lice oxen cattle sheep fish deer police troops media data criteria phenomena bacteria"
    " aircraft spacecraft hovercraft helicopters salmon trout cod squid bison elk moose shrimp species series"
    " offspring personnel staff poultry dice pence clergy crew youth folk gentry swine grouse alumni fungi nuclei"
    " cacti larvae stimuli syllabi curricula strata memoranda referenda stadia crossroads headquarters means"
    " barracks gallows"
)
# Words in -s that are not plurals.
SINGULAR_S = _words(
    "thanks this his its us was is has does as less plus thus yes bus gas news us previous various serious"
    " religious famous dangerous numerous enormous anonymous suspicious conscious obvious continuous luxurious"
    " mysterious notorious precious virus campus bonus status focus census consensus surplus chorus corps always"
    " perhaps towards afterwards besides sometimes business class mass press process progress access success address"
    " stress congress glass grass cross loss boss illness fitness witness wellness express miss across unless minus"
    " versus analysis basis crisis thesis emphasis diagnosis tennis physics politics economics mathematics athletics"
    " gymnastics measles diabetes aids overseas parts-per-million mps chris james charles thomas paris texas"
    " arkansas kansas wales cyprus los angeles"
)
# Adjectives that follow their noun; a noun phrase ends before them.
POSTPOSED = _words(
    "available able unable alive dead missing present absent responsible wide long high tall deep old strong thick"
    " worth due aged away wider larger bigger cheaper smaller faster longer older younger heavier lighter richer poorer"
    " better worse taller shorter stronger weaker dearer warmer colder hotter later deeper narrower"
)


def is_plural(word: str) -> bool:
    """Return whether a lower-case word looks like a plural noun."""
    if word in PLURALS:
        return True
    if len(word) < 3 or word[-1] != "s" or word in SINGULAR_S:
        return False
    return not word.endswith(("ss", "'s", "’s", "us", "is"))
