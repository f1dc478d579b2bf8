"""Spanish, of Spain and America; `es_service.py` has the cues that are not about the goods."""

from leadnurturebot.domain.dialogue.words.es_service import CUES
from leadnurturebot.domain.dialogue.words.shape import LanguageWords

# Where a count ends: "quiero dos", "quiero dos iguales", not "quiero una blusa".
_END = (
    "(?=$|[,;]| (?:por favor|porfa|porfi|gracias|en total|unidad(?:es)?|piezas?|iguales|nomas|nada mas|solamente"
    r"|y|de (?:cada|es[oa]s?|ese|est[oa]s?|este|l[oa]s? mism[oa]s?|cada un[oa]))\b)"
)
_TOO = (
    "(?:pequen|grande|chic[oa]|chiquit|ajustad|apretad|suelt|holgad|larg|cort[oa]|anch|estrech|just[oa]"
    r"|enorme)\w*"
)

WORDS = LanguageWords(
    cues={
        **CUES,
        "removal": (
            r"\bquit(?:a|ar|as|e|en|o|emos|ad|ame|ale|alo|ala|alos|alas|amelo|amela|arlo|arla|arle|arme|enme"
            r"|eme)\b|\bsac(?:a|ar|as|o|ame|ale|alo|ala|alos|alas|amelo|amela|arlo|arla|arle|arme)\b|\bsaque(?:n"
            r"|me|nme)?\b|\belimin\w+|\bborr(?:a|ar|e|en|alo|ala|ame|arlo|arla)\b|\bretir(?:a|ar|e|alo|ala)\b"
            r"|\bdescart\w+|\bcancel\w+|\banul\w+|\b(?:sin|menos|excepto|salvo) (?:el|la|los|las|lo|ese|esa|eso"
            r"|este|esta)\b|\bdeja(?:r|mos)? fuera\b|\bya no (?:quiero|necesito|lo|la|los|las|me llevo)\b"
            r"|\bno (?:quiero|necesito|me llevo)\b|\bprescind\w+"
        ),
        "colors_asked": (
            r"\b(?:que|cual(?:es)?|otros?|diferentes?|distintos?|mas|todos los|cuantos|algun|los|tienen?s?"
            r"|hay) (?:otros? |mas |son los )?color(?:es)?\b|\bcolor(?:es)? (?:tienen?s?|tenes|teneis|hay"
            r"|disponibles?|viene|vienen|manejan?s?|quedan?|existen?)\b"
        ),
        "clear_cart": (
            r"\bvaci(?:a|ar|e|en|ame|emos|alo|arlo) (?:\w+ ){0,2}(?:carrito|carro|cesta|canasta|bolsa|todo)\b"
            r"|\bvacialo\b|\b(?:quita|saca|elimina|borra|cancela|descarta)(?:r|me|lo|mos"
            "|melo)? (?:ya )?(?:todo(?: el carrito| lo (?:que hay|del carrito))?|tod[oa]s|amb[oa]s|l[oa]s dos"
            r"|(?:el|mi) (?:carrito|carro))(?: (?:del|de|en)\b|\s*[.!]*$)"
        ),
        "similar": (
            r"\bparecid[oa]s?\b|\bsimilar(?:es)?\b|\balgo asi\b|\b(?:del|el) (?:mismo )?estilo\b"
            r"|\bmism[oa] (?:estilo|tipo|corte|onda)\b|\b(?:algo|otr[oa]s?|un[oa]s?|mas) como (?:est[eao]|es[eao]"
            r"|est[oa]s|es[oa]s|el|la)\b|\balternativas?\b|\bpor el estilo\b"
        ),
        "more_goods": (
            r"\b(?:muestr\w+|ensen\w+|tienen?s?|tenes|teneis|hay|ver|dame|manda|pasa|quiero|mira)(?:me"
            r"|nos)?(?: \w+){0,2} (?:mas|otr[oa]s)\b(?! (?:info|detalles?|datos|fotos?|imagenes|color|tallas?"
            "|talles?|numeros?|medidas|car[oa]|barat|economic|pregunt|grande|pequen|chic|larg|cort|anch|ligher"
            r"|tiempo|unidad|uno|una|dos|de \d|sencill|elegante|formal|holgad|suelt))|\b(?:algo|alguna cosa"
            r"|nada) mas (?:que|para|de)\b|\bque mas (?:hay|tienen?s?|tenes|teneis)\b|^(?:y )?que mas\W*$"
            r"|\bmas (?:opciones|modelos|disenos|vestidos|cosas)\b|\botr[oa]s? (?:opcion(?:es)?|modelos?|estilos?"
            r"|disenos?)\b|^siguientes?\b"
        ),
        "cheaper": (
            r"(?<!el )(?<!la )(?<!lo )(?<!los )(?<!las )\bmas (?:barat|economic|baratit)\w+(?! (?:en|por)\b)"
            r"|\bmenos car[oa]s?\b|\b(?:de|a) menor precio\b|\balgo (?:barat|economic)\w+|\bque (?:cueste|salga"
            r"|valga) menos\b|\bno tan car[oa]s?\b|\bpor menos\b"
        ),
        "cheapest": (
            r"\b(?:el|la|lo|los|las) (?:\w+ )?mas (?:barat|economic)\w+|\b(?:el|la) de menor precio"
            r"|\bprecio mas bajo\b|\bmenos car[oa] de\b"
        ),
        "dearest": r"\b(?:el|la|lo|los|las) (?:\w+ )?mas car[oa]s?\b|\bprecio mas alto\b",
        "compare": (
            r"\bdiferencias?\b|\bdiferencian?\b|\bcompara(?:r|me|los|las|lo|cion)?\b|\bdistinguen?\b"
            r"|\bcual(?:es)? (?:de (?:los|las|ell[oa]s|est[oa]s|es[oa]s"
            r"|l[oa]s dos)(?: dos)? )?(?:\w+ ){0,3}(?:mejor|mas (?!barat|economic|car[oa]\b|vendid|popular"
            r"|nuev)\w+|mas$|abriga|transpira|dura)"
        ),
        "anything": (
            r"\balgo\b|\balguna cosa\b|\bcosas\b|\bque (?:tienen?s?|tenes|teneis|hay|mas|venden?s?|manejan?s?)\b"
            r"|\blo que sea\b"
        ),
        "gift": r"\bregal(?:o|os|ito|ar|arle|arselo|arlo|arla)\b|\bobsequios?\b|\bdetallito\b",
        "one_of_them": r"\b(?:es[oe]s?|esas|est[oe]s?|aquel|aquella|aquellos|uno)\b",
        "runs_asked": (
            r"(?<!la )(?<!en )(?<!una )(?<!mi )(?<!que )\btallan? (?:\w+ ){0,2}(?:pequeno|chico|grande|justo"
            r"|normal|bien|reducido|amplio)\b|\b(?:vienen?|(?<!me )quedan?|corren?|cae|caen) (?:de talla |un poco "
            r"|muy |mas bien |algo )*(?:pequen[oa]s?|chic[oa]s?|grandes?|ampli[oa]s?|reducid[oa]s?)\b|\b(?:es"
            r"|son) (?:un poco |muy |mas bien |algo )*(?:pequen|chic|grande|ampli)\w* de tall[ae]\b|\btallaje\b"
            r"|\btalla real\b|\bfiel a (?:la|su) talla\b|\bda (?:la|su) talla\b|\b(?:una )?tall[ae] (?:mas"
            r"|menos) (?:de lo|que)|\b(?:subir|bajar|subo|bajo|pedir|pido) (?:de |una )?tall[ae]\b|\b(?:una"
            r"|un) tall[ae] (?:mas|menos|arriba|abajo)\b"
        ),
        "length_worry": (
            r"\b(?:demasiado|muy|bien|tan) (?:larg|cort)[oa]s?\b|\bme (?:quedara|queda|va a quedar"
            r"|quedaria) (?:\w+ )?(?:larg|cort)[oa]s?\b|\bsoy (?:muy |bastante |un poco |algo |mas bien "
            r"|re )?(?:baj(?:it)?[oa]|alt(?:ot|it|isim)?[oa]|petite|chaparr(?:it)?[oa]|petis[oa]|chiquit[oa])\b"
            r"|\bpara (?:alguien |una persona |una chica |gente |mujeres |personas )?(?:baj(?:it)?|alt"
            r"|chaparr(?:it)?)[oa]s?\b|\b(?:suficientemente|bastante) (?:larg|cort)[oa]"
        ),
        "body_figures": (r"\b(?:mis?|las?) (?:tallas?|medidas|altura|peso)\b"),
        "usual_size": (
            r"\bnormalmente\b|\bhabitual(?:mente)?\b|\bsuelo\b|\bgeneralmente\b|\bpor lo general\b"
            r"|\bcasi siempre\b|\bsiempre (?:uso|llevo|compro|pido)\b|\b(?:uso|gasto|calzo|visto) (?:la |el |una? "
            r"|talla |talle |entre |como |de )*(?:[smlx]{1,4}|\d{1,2})\b"
            r"|(?<!me )(?<!lo )(?<!la )(?<!los )(?<!las )\bllevo (?:la |una |talla |entre )+(?:[smlx]{1,4}"
            r"|\d{1,2})\b|\bsoy (?:una? |la |talla |talle |de |entre |como )*(?:[smlx]{1,4}|\d{1,2})\b"
            r"|\bmi tall[ae]\b"
        ),
        "cart_emoji": "[\U0001f6d2\U0001f6cd]",
        "both": r"^(?:\w+,? ){0,3}(?:amb[oa]s|l[oa]s (?:dos|2))\b",
        "take_it": (
            r"^(?:\w+,? ){0,3}(?:me (?:l[oa]s? )?(?:llevo|quedo|compro)|(?:me )?l[oa]s? (?:quiero|compro|llevo"
            r"|tomo|pido|agarro|queria))(?: (?:est[eao]|es[eao]|con est[eao]|con es[eao]))?\b(?! (?:\d|quitar"
            r"|devolver|cambiar|fuera|cancelar|ver|en\b|un[oa]?\b|dos|el\b|la\b))|^(?:\w+,? ){0,2}(?:quiero|compro"
            r"|tomo|llevo) (?:est[eao]|es[eao])\W*(?:$|por favor|porfa)|^(?:\w+,? ){0,2}(?:como|donde) (?:l[oa]s? "
            "|se |puedo )?(?:pido|compro|compra|pide|hago (?:el |un )?pedido|compr(?:ar|arl[oa])|ped(?:ir"
            r"|irl[oa])|ordeno|encargo)\W*$|^(?:\w+,? ){0,2}(?:vendid[oa]|trato hecho|me convenciste)\W*$"
        ),
        "second_thought": (
            r"^\W*(?:(?:uy|huy|ay|oh|ah|ups|perdon|perdona|espera|esperate)\W{1,4}){1,3}(?:no\W{1,4})?(?:mejor "
            r"|que |es |era )?(?:en |la |el |talla |de |color ){1,3}\w|^\W*no, (?:en|la|el|talla) "
            r"|\bpensandolo (?:bien|mejor)\b|(?:^|[,.;] ?|\bo |\bno |\besper[ae] |\bbueno )mejor (?:el|la|los|las"
            r"|en|un[oa]?|talla|dame|ponme|pon|que|l|m|s|x\w*|\d+)\b|\bme referia\b|\bquise decir\b"
            r"|\bqueria decir\b|\ben (?:lugar|vez) de\b|\ben su lugar\b|\b(?:cambie|he cambiado|cambio) de (?:idea"
            r"|opinion|parecer)\b|\bpara (?:ir|estar) (?:a lo |mas )?segur[oa]\b|\bpor si acaso\b|\b(?:seria|sera"
            r"|es|veo|creo que) mejor (?:el|la|en|un[oa]?)\b|\b(?:deberia|tenia que|tendria que|debia) ser\b"
        ),
        "swap_it": (
            r"\b(?:cambi[ae]\w*|camb[ie]emos|sustitu\w+|reemplaz\w+) (?:(?:el|la|los|las|ese|esa|eso|este|esta|lo"
            r"|talla|color|\w+) ){0,3}(?:por|a|al)\b|\b(?:puede|podria|puedes) ser\b.{0,40}\ben (?:vez|lugar)\b"
        ),
        "what_if": (
            r"\b(?:y )?si (?:le |lo |la |me )?(?:quito|saco|dejo|elimino|descarto|no llevo|no me llevo|cancelo"
            r"|retiro)\b|\bque (?:pasa|pasaria) si\b|\bcuanto (?:es|seria|queda|quedaria|sale|saldria"
            r"|me sale) (?:todo |el total )?sin\b|\bsin (?:el|la) \w+.{0,10} cuanto\b"
        ),
        "sale_goods": (
            r"\b(?:que|cual(?:es)?|algo|algun[oa]?s?|cosas|hay|tienen?s?|tenes|teneis|ver|muestra\w*"
            r"|ensena\w*)\b.{0,60}\b(?:en|de|con) (?:oferta|rebajas?|descuento|promo\w*|liquidacion|remate|sale)\b"
            r"|\brebajad[oa]s\b|^(?!.{0,80}\b(?:recib|mand|envi|avis|escrib))(?:\S+ ){0,5}ofertas?\W*$"
            r"|\bque (?:ofertas|rebajas)\b|\boutlet\b|\b(?:seccion de|ver las|que) (?:ofertas|rebajas|promos"
            r"|promociones)\b"
        ),
        "all_goods": r"\btod[oa]s?\b(?! (?:bien|el dia|las tallas|los colores|la semana|los dias)\b)",
        "catalogue": (
            r"\bcatalogos?\b|\btod[oa] (?:la|el|su|tu) (?:coleccion|tienda|stock)\b"
            r"|\b(?:muestra(?:me)?|muestrame|ensena(?:me)?|ensename|manda(?:me)?|mandame|ver|pasame)"
            r" tod[oa]s?(?: lo que (?:tienen|tienes|hay|venden))?\W*$"
        ),
        "best_sellers": (
            r"\bmas (?:vendid|pedid)[oa]s?\b|\bmas popular(?:es)?\b|\btendencias?\b|\bde moda\b|\bnovedades\b"
            r"|\blo (?:mas )?nuevo\b|\bnuev[oa]s? (?:coleccion|ingresos?|modelos?|temporada)\b|\brecien llegad\w+"
            r"|\blo ultimo\b|\bque hay de nuevo\b|\bque se (?:lleva|vende|usa) mas\b"
        ),
        "newest": (
            r"\bnovedades\b|\blo (?:mas )?nuevo\b|\bnuev[oa]s? (?:coleccion|ingresos?|modelos?|temporada)\b"
            r"|\brecien llegad\w+|\blo ultimo\b|\bque hay de nuevo\b"
        ),
        "comes_with": (
            r"\b(?:vienen?|traen?|llevan?) (?:con|incluid[oa]s?)\b|\btraen?\b|\binclu(?:ye|yen|id[oa]s?|yera)\b"
        ),
        "video": r"\bvide(?:o|os|ito|itos)\b|\breels?\b|\bclips?\b",
        "goes_with": (
            r"\bcombin(?:a|an|ar|o|arlo|arla|aria|e|en)\b|\b(?:va|van|iria|queda|quedan|quedaria|pega|pegan"
            r"|pegaria) (?:bien |genial |mejor )?con\b|\b(?:hacen? juego|a juego|conjuntar|acompanar|acompane)\b"
            r"|\bcon que (?:me )?(?:lo|la|los|las|se|puedo)\b|\b(?:me pongo|ponerme|ponermel[oa]|usar|usarl[oa]"
            r"|llevar|llevarl[oa]) con\b|\bcon (?:eso|esto|mi|mis)\b"
        ),
        "how_measure": (
            r"\bcomo (?:me |se |lo |puedo |debo |tengo que |hay que |mido |le )*(?:mid[oe]n?|medir(?:me|lo|la|se)?"
            r"|tom[oa]n?|tomar(?:me|se)?|saco|sacar)\b(?: (?:mis |las |la |el |bien ){0,2}(?:medidas?|cintura"
            r"|pecho|busto|cadera|contorno|talla|talle)|\W*$)|\bcomo (?:me )?(?:mido|medirme)\b"
        ),
        "too_tight": (
            rf"\bdemasiado {_TOO}|\b(?:me |le |te )(?:quedan?|quedo|quedaron|vienen?|vino|vinieron|va|van|esta|estan"
            rf"|estaba|resulta|resulto) (?:muy |un poco |algo |demasiado |super |re |bastante |un pelin )*{_TOO}"
            r"|\bno (?:me|le) (?:quedan?|quedo|quedaron|entran?|entro|entraron|sirven?|sirvio|valen?|cierran?"
            r"|cerro|cabe)\b|\btalla (?:equivocada|incorrecta)|\botr[ao] tall[ae]\b|\b(?:una?"
            r"|otr[ao]) tall[ae] (?:mas|menos|menor|mayor)\b|\bcambi\w+ (?:de |la |el |por otr[ao] )?tall[ae]\b"
            r"|\btall[ae] mas (?:grande|chic|pequen)\w+"
        ),
    },
    own_cues={
        # Words that Portuguese, English or Indonesian have too.
        "either": r"\bo\b|\bu\b|\bentre\b",
        "asking": (
            r"^\W*(?:y |oye |hola |pero )*(?:tienen?s?|tenes|teneis|hay|que(?! sean?\b)|cual|cuales|como|cuanto"
            r"|cuantos|cuando|donde|es|son|esta|estan|vienen?|hacen?s?|haceis|acept\w+|me puedes|es posible|sera"
            r"|sirve|funciona)\b"
        ),
        "more_goods": r"^mas\W*$|^(?:y )?otr[oa]s\W*$|^a ver mas\b",
        "one_of_them": r"\b(?:esa|esta|una|otra)\b(?= (?:en|con|sin|mas|de|que|no|si|me|es)\b|\W*$)",
        "like_stop": (
            r"\bbasta\b|\bdej[ae]n? de\b|\bdej[ae]n?me\b|\bno (?:me )?(?:escrib|mand|envi|molest|contact|llam)\w*"
            r"|\bno (?:quiero|deseo) (?:recibir|mas)\b|\bmensajes?\b|\bpublicidad\b|\bpromo\w*|\bspam\b|\bbaja\b"
            r"|\blistas?\b|\bbloque\w+|\bmolest\w+|\bsuscri\w+|\bdesuscri\w+|\bborr\w+|\bno me interesa\b"
            r"|\bwhatsapp\b|\bnotificacion\w*|\banuncios?\b|\bparen?\b|\bstop\b|\bnunca mas\b|\bcans\w+"
            r"|\bharta?o?\b"
        ),
    },
    numbers={
        "un par de": 2,
        "un par": 2,
        "media docena": 6,
        "una docena": 12,
        "uno": 1,
        "una": 1,
        "un": 1,
        "dos": 2,
        "tres": 3,
        "cuatro": 4,
        "cinco": 5,
        "seis": 6,
        "siete": 7,
        "ocho": 8,
        "nueve": 9,
        "diez": 10,
    },
    counts=(
        (
            "more",
            r"\b{n} (?:mas|extra|adicional(?:es)?)\b(?! (?:grande|pequen|chic|larg|cort|barat|economic|car"
            "|ligher|anch))",
        ),
        (
            "more",
            r"\botr[oa]s {n}\b|\b(?:agrega|anade|suma|pon|echa|dame|mete|quiero|llevo)\w* otr[oa](?: mas"
            "| igual)?(?: por favor| porfa)?$",
        ),
        (
            "more",
            r"^(?:y )?otr[oa] (?:mas|igual)(?: por favor| porfa)?$|\b(?:agrega|anade|suma)(?:me|le"
            "|r)? (?:solo )?{n}$",
        ),
        (
            "less",
            r"\b(?:quita|saca|elimina|borra|resta|descarta)(?:r|me|le|melo|mela)? (?:solo "
            r"|nomas )?{n}\b(?! ?(?:en|con|que|talla|negr|blanc)\b)",
        ),
        ("less", r"\b{n} menos\b"),
        (
            "set",
            r"\b(?:que sean|cambia(?:lo|la|r|me)? a|cambialos a|ponlo en|pon|ponme|poneme|ponle|dejalo en|deja"
            "|dejame|dejalo|mejor|solo|solamente|nomas|unicamente|en total|serian|son|actualiza(?:lo)? a"
            rf"|sube(?:lo)? a|baja(?:lo)? a|que sea) {{n}}{_END}",
        ),
        (
            "set",
            r"\b(?:quiero|queria|quisiera|necesito|ocupo|llevo|me llevo|llevare|dame|deme|compro|pido"
            rf"|tomo) (?:solo |nomas |los |las )?{{n}}{_END}",
        ),
        (
            "set",
            r"\b{n} (?:nada mas|nomas|solamente|basta|bastan|esta bien|estan bien|es suficiente"
            r"|son suficientes)\b",
        ),
        (
            "set",
            r"\b{n} (?:unidad(?:es)?|piezas?|de (?:es[oa]s|est[oa]s|ell[oa]s|cada un[oa]))\b"
            r"|\bcantidad:? ?{n}\b",
        ),
        ("set", r"\bx ?{n}\b|\b{n} ?x$"),
    ),
    before_color="en color |de color |en |de ",
    weekdays=("lunes", "martes", "miercoles", "jueves", "viernes", "sabados?", "domingos?"),
    near_days={0: "hoy|esta (?:tarde|noche|manana)", 2: "pasado manana", 1: "(?<!la )(?<!pasado )manana"},
    now="ahora|ahorita|ahora mismo|en este momento|ya mismo",
    weekend="fin(?:es)? de semana|findes?",
    girths={"bust": "busto|pecho", "waist": "cintura", "hip": "caderas?"},
    number_marks=r"numero|num\.?|nro\.?|opcion|el|la",
    pay_names={
        "installments": (
            "cuotas|plazos|meses sin intereses|msi|mensualidades|pago aplazado|fraccionad[oa]|en partes|mitad ahora"
        ),
    },
    absent=frozenset({"ninguna", "ninguno", "no lleva", "no tiene", "sin", "sin bolsillos", "sin forro"}),
    sleeveless=frozenset({"sin manga", "sin mangas"}),
)
