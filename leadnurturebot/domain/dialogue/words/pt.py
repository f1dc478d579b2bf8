"""Portuguese of Brazil."""

from leadnurturebot.domain.dialogue.words.pt_cues import CUES, OWN_CUES
from leadnurturebot.domain.dialogue.words.shape import LanguageWords

# "Um" and "uma" are articles too: they count only where no thing of their own follows.
_ALONE = (
    r"(?:(?<!\bum)(?<!\buma)|(?=\W*$| (?:so|mesmo|por favor|pfv?|pf|dess[ea]s?|dest[ea]s?|del[ea]s?|ta|ok|ja|basta"
    r"|chega)\b))"
)
# What is counted then is no piece: "so um minuto", "mais uma pergunta", "2 dias".
_NO_PIECE = (
    r"(?! ?(?:minut\w*|moment\w*|segundo|instante|segundinho|pouc\w*|tempo|pergunt\w*|duvid\w*|coisa|coisinha"
    r"|vez(?:es)?"
    r"|dia|dias|semana\w*|mes|meses|ano|anos|cor|cores|foto\w*|real|reais|x|cm|kg|opc\w*|modelo\w*|tamanho\w*)\b)"
)

WORDS = LanguageWords(
    cues=CUES,
    own_cues=OWN_CUES,
    numbers={
        "um": 1,
        "uma": 1,
        "dois": 2,
        "duas": 2,
        "tres": 3,
        "quatro": 4,
        "cinco": 5,
        "seis": 6,
        "sete": 7,
        "oito": 8,
        "nove": 9,
        "dez": 10,
        "um par": 2,
        "os dois": 2,
        "as duas": 2,
        "meia duzia": 6,
        "uma duzia": 12,
    },
    counts=(
        ("more", rf"\bmais {{n}}\b{_NO_PIECE}{_ALONE}|\b{{n}} a mais\b"),
        ("more", r"\b(?:adicion|coloc|bot|acrescent|inclu|manda)\w{0,3} {n}$|\bpoe {n}$"),
        ("less", rf"\b(?:tir|remov|retir|exclu|apag|delet)\w{{1,2}} (?:so |apenas )?{{n}}\b{_NO_PIECE}{_ALONE}"),
        ("less", r"\b{n} a menos\b|\bmenos {n}$"),
        (
            "set",
            r"\b(?:mud|troc|alter|deix|coloc|bot|pass|aument|diminu|reduz|atualiz|faz)\w{0,3}(?: (?:isso|ess[ea]"
            r"|el[ea]|a quantidade|quantidade))?"
            rf" (?:(?:para|pra|em|por|com) )?(?:so |apenas |somente )?{{n}}\b{_NO_PIECE}{_ALONE}",
        ),
        (
            "set",
            rf"\b(?:so|apenas|somente|na verdade|melhor) {{n}}\b{_NO_PIECE}{_ALONE}|\b{{n}} (?:so|apenas|somente)\b"
            r"|\b{n} (?:ja )?(?:basta|bastam|chega|chegam|(?:esta|ta) (?:bom|otimo|otima|boa)|e suficiente)\b",
        ),
        (
            "set",
            r"\b(?:quero|queria|querer|levar|levo|preciso de|gostaria de|me ve|manda|pode ser|serao|sao|compro|pego"
            r"|quero levar)"
            rf"(?: so| apenas)? {{n}}\b{_NO_PIECE}{_ALONE}",
        ),
        ("set", r"\b{n} (?:dess[ea]s?|dest[ea]s?|del[ea]s?|unidades?|unid)\b|\b(?:qtde?|quantidade):? ?{n}\b"),
        ("set", r"\b{n}\b(?<!\bum)(?<!\buma) pecas?\b|\bx ?{n}\b|\b{n} ?x$"),
    ),
    before_color="em |na cor |d[oa]s? |n[oa] ",
    weekdays=(
        "segundas?(?:[ -]?feiras?)?|seg",
        "tercas?(?:[ -]?feiras?)?",
        "quartas?(?:[ -]?feiras?)?|qua",
        "quintas?(?:[ -]?feiras?)?|qui",
        "sextas?(?:[ -]?feiras?)?|sextou",
        "sabados?|sabadao|sab",
        "domingos?|domingao",
    ),
    near_days={2: "depois de amanha", 0: "hoje|hj|esta noite", 1: "amanha|amnha"},
    now="agora|agorinha|neste momento|nesse momento|no momento",
    weekend="(?:fim|final|fins|finais) de semana|fds|findi",
    number_marks=r"(?:[oa] )?(?:numero|opcao|item|foto|peca)|num\.?",
    pay_names={
        "installments": (
            r"parcel(?:a|as|ar|o|am|ad[oa]|ament[oa])|(?:em|de) (?:ate )?\d{1,2} ?(?:x|vezes)|\d{1,2} ?x sem juros"
            r"|crediario|fiado|carnezinho"
        ),
        "cash_on_delivery": r"dinheiro(?! de volta)|(?:pag\w+ |pagamento )na entrega|em especie",
        "bank_transfer": r"transferencia|deposito(?: bancario)?|ted",
    },
    absent=frozenset(
        {"nao", "sem", "nenhum", "nenhuma", "nao tem", "nao possui", "sem forro", "sem bolso", "sem bolsos"}
    ),
    present=frozenset({"sim", "tem", "possui", "com"}),
    sleeveless=frozenset({"sem manga", "sem mangas", "regata", "alcinha"}),
)
