"""Spanish, of Spain and America: what is said beside the goods: paying, sending, orders, the shop, the assistant itself."""

_BRANDS = (
    "(?:shein|temu|amazon|zara|h&m|asos|primark|mercado ?libre|bershka|stradivarius|pull and bear|aliexpress"
    "|vinted|falabella|liverpool|el corte ingles|otr[oa]s? (?:tiendas?|paginas?|webs?|lados?|sitios?|lugar(?:es)?"
    "|locales?|negocios?))"
)

CUES = {
    "abuse": (
        r"\bidiotas?\b|\bestupid[oa]s?\b|\bimbecil(?:es)?\b|\binutil(?:es)?\b|\bpendej[oa]s?\b|\bmierda\b"
        r"|\bgilipollas\b|\bhij[oa]s? de (?:puta|perra)|\bhdp\b|\bptm\b|\bchinga (?:tu|a)\b|\bcabron(?:es)?\b"
        r"|\bpelotud[oa]s?\b|\bmalparid[oa]s?\b|\b(?:vete|vayanse|andate|anda|iros|vayan) a la (?:mierda|chingada"
        r"|verga|porra)|\bputos?\b|\bque te (?:den|jodan|follen)\b|\b(?:eres|sos|son) (?:un[ao]?s? )?(?:basura"
        r"|tont[oa]s?|bobo|inservible|porqueria)|\b(?:bot|robot|tienda) de (?:mierda|basura)|\bno sirves? (?:para"
        r"|de) nada\b|\bcallate\b"
    ),
    "bot_question": (
        "(?:eres|sos|es usted|hablo|hablando|chateando|chateo|me atiende|me responde|esto es"
        "|es esto) (?:con )?(?:un[ao]? |el |la )?(?:bot|robot|maquina|ia|chatbot|humano|humana|ser humano|persona"
        r"|ordenador|computadora|contestador|inteligencia artificial)\b|\bcon quien (?:hablo|estoy|chateo)"
        r"|\bhay alguien (?:ahi|real|de verdad|detras)|\bque (?:modelo|ia|bot) (?:eres|sos|usas?|usan)\b"
        r"|^\W*(?:y )?quien eres\W*$"
    ),
    "one_moment": (
        r"\bun (?:momentito|momento|segundito|segundo|minutito|minuto|ratito)\b|\b(?:ahora|ya"
        r"|ahorita|enseguida) (?:vuelvo|regreso|te escribo)\b|\bespera(?:me)? que\b"
    ),
    "back_again": (
        r"\bya (?:estoy|volvi|regrese)\b|\b(?:volvi|regrese)\b|\bdonde (?:ibamos|estabamos"
        r"|nos quedamos|quedamos)\b"
    ),
    "let_me_think": (
        r"\b(?:deja|dejame|dejeme|dejar) (?:que lo |ver |pensar)|\bpensar(?:lo|melo|la)\b|\bme lo pienso\b"
        r"|\blo (?:pensare|pienso)\b|\b(?:voy a|tengo que|quiero|necesito|hay que) (?:pensar|consultar|decidir)\w*"
        r"|\bcon la almohada\b|\b(?:luego|despues|mas tarde|manana) (?:te |les |os |lo )?(?:digo|aviso|confirmo"
        r"|vuelvo|decido|escribo)\b|\b(?:tal vez|quizas?|a lo mejor|capaz) (?:luego|despues|mas tarde|otro dia)"
        r"|\bmas tarde quizas?\b|\b(?:aun|todavia) no (?:se|lo se|estoy segur[oa]|me decido)\b"
        r"|\bno estoy segur[oa] (?:aun|todavia)\b|\bolvidalo\b|\bolvidate\b|\bdejalo\b(?! en\b)|\bda igual\b"
        r"|\bno importa\b"
    ),
    "instruction": (
        r"\b(?:ignora|ignore|olvida|olvide|salta|saltate|desobedece) (?:todas? |todos? |tus |sus |las |los |esas? "
        r"|cualquier )*(?:reglas|instruccion(?:es)?|ordenes|indicaciones|normas|prompt)|\bsistema ?:"
        r"|\bmodo (?:desarrollador|administrador|admin|debug|dios)|\bsoy (?:el |la |tu )(?:\w+ )?(?:duen[oa]"
        "|propietari[oa]|jef[ea]|administrador|administradora|admin|programador|programadora|desarrollador"
        r"|desarrolladora|creador|creadora)\b|\b(?:cambia|pon|modifica|actualiza|ajusta|fija) (?:el "
        r"|los )?precios?\b|\bel precio (?:ahora es|es ahora|a partir de ahora)|\b(?:finge|actua como|hazte pasar"
        r"|haz como si|comportate como|imagina que eres)\b|\btu (?:prompt|system|mensaje de sistema)"
        r"|\btus instrucciones\b"
    ),
    "pay_cash": (
        r"\befectivo\b|\bcontra ?-?(?:re)?(?:e)?mbolso\b|\bcontrarr?eembolso\b|\bcontrarrembolso\b"
        r"|\bcontra ?-?entrega\b|\ben mano\b|\bpag\w+ (?:al|cuando|a la) (?:recib|entreg|lleg|lo recib|me lleg)\w*"
        r"|\bal recib\w+|\bcuando (?:me |lo )?(?:llegue|reciba|entreguen)\b"
    ),
    "pay_online": (
        r"\btarjeta\b|\bcredito\b|\bdebito\b|\ben linea\b|\bpor (?:la )?(?:web|internet)\b|\bbilletera\b"
        r"|\bmonedero\b"
    ),
    "address": (
        r"^\W*(?:(?:mi |la )?direccion(?: es)?|es|vivo en|envia(?:r|lo|melo)? a|manda(?:r|lo"
        "|melo)? a)?[:, ]{0,3}(?:c/|(?:calle|cll?|av|avda|avenida|carrera|cra|kra|cr|paseo|pso|plaza|pza|plza"
        "|ronda|camino|diagonal|transversal|blvd|bulevar|boulevard|calzada|pasaje|psje|colonia|urb|urbanizacion"
        r"|carretera|ctra|callejon|cerrada|privada|travesia)\b)\.? ?\S.{0,40}\d"
    ),
    "new_address": (
        r"\b(?:cambi|actualiz|modific|correg|corrig)\w* (?:\w+ ){0,2}direccion|\b(?:otra|nueva|diferente"
        r"|distinta) direccion|\bdireccion (?:\w+ )?(?:nueva|incorrecta|equivocada|mal|distinta|diferente)\b"
        r"|\bme equivoque (?:de|en|con) (?:la )?direccion"
    ),
    "pay_emoji": "[\U0001f4b3\U0001f4b5\U0001f4b0]",
    "had_it": (
        r"\b(?:llego|llegaron|ha llegado|han llegado|recibi|he recibido|recibimos|vino|vinieron|mandaron|enviaron"
        r"|entregaron|compre|compramos|he comprado|pedi|pedimos|he pedido|ordene|encargue|probe|estrene)\b"
    ),
    "only_this": (
        r"\bno me (?:escrib|mand|envi|contact|habl|notifi)\w* (?:mas )?(?:por|sobre|para|de) (?:otras?"
        r"|ninguna otra|nada mas|lo demas|mas)\b|\b(?:escrib|avis|contact)\w* (?:solo|solamente|unicamente"
        r"|nomas) (?:por|sobre|de|para|con) (?:este|mi|el|ese) pedido|\bsolo (?:\w+ )?(?:escrib|avis"
        r"|contact)\w* (?:por|sobre|de|para|con) (?:este|mi|el|ese) pedido"
    ),
    "huh": (
        r"^\W*(?:que|como|eh|perdon|mande|que dices|que dijiste|como dices|como dijiste|no entendi|no te entendi"
        r"|no entiendo)\W*$"
    ),
    "restock": (
        r"\bvuelv\w+|\botra vez\b|\bde nuevo\b|\bnuevamente\b|\bavis\w+|\bnotifi\w+|\brepon\w+|\breposicion\b"
        r"|\bresurt\w+|\ben stock\b|\bdisponibles?\b|\bdime cuando\b|\bescrib\w+ cuando\b"
    ),
    "ask_team": (
        r"^(?:\w+,? ){0,2}(?<!una )(?:preguntar?(?:les?|lo|selo)?|pregunten|consulta(?:lo|les|r)?"
        r"|averigua(?:lo)?)\b"
    ),
    "wrong_sent": (
        r"\b(?:equivocad|incorrect|errone)[oa]s?.{0,40}\b(?:llego|llegaron|mand\w+|envi\w+|recib\w+|vino"
        r"|entreg\w+)\b|\b(?:llego|llegaron|mand\w+|envi\w+|recibi\w*|vino|vinieron"
        r"|entreg\w+)\b.{0,40}\b(?:equivocad\w+|incorrect\w+|errone\w+|que no era|no es (?:lo|el|la) que"
        r"|otra talla|otro talle|otro color|otra cosa|otro modelo|cambiad[oa])\b|\bse equivocaron\b"
    ),
    "payment_trouble": (
        r"\bpago (?:no (?:me )?(?:pasa|paso|entra|entro|funciona|funciono|sale|salio|me sale|se (?:hizo|realizo"
        "|proceso|completo))|fallo|fallido|(?:fue |es |esta |ha sido )?(?:rechazad|declinad|denegad)o"
        r"|(?:me )?(?:sale|da|dio|marca) error)|\btarjeta (?:\w+ ){0,3}(?:rechaz\w+|declin\w+|deneg\w+|no (?:pasa"
        r"|paso|funciona|entra))|\b(?:rechaza|rechazo|rechazan|rechazaron|no acepta) (?:mi|la) tarjeta|\b(?:link"
        "|enlace|liga|pagina)(?: de pago)? (?:no (?:me )?(?:funciona|abre|sirve|anda|carga|deja)|(?:me )?(?:da"
        r"|marca|sale) error|esta roto|caduco|vencio)|\bno (?:puedo|pude|logro|he podido|me deja|me dejo"
        r"|consigo) (?:hacer el )?pag(?:ar|o)\b"
    ),
    "hold": (
        r"\b(?:me|nos|puede|puedes|pueden|podes|podrias?|podeis) (?:l[oa]s? |un[oa]? )?(?:apart|reserv|separ"
        r"|guard)[ae]\w*|\b(?:aparta|reserva|separa|guarda)(?:me|dme|nme|mel[oa]|rl[oa]|rmel[oa]|l[oa])\b"
        r"|\b(?:apartar|reservar|separar) (?:un[oa]|el|la|es[ea]|est[ea])\b"
    ),
    "wants_notice": (
        r"\bavis[ae]\w*|\bnotifi\w+|\bdime cuando\b|\bme (?:dices|decis|dice|escribes|informas|cuentas) cuando\b"
        r"|\bescrib[ae]?\w* cuando\b|\binformame\b|\brecuerdame\b|\bmandame (?:un )?mensaje\b|\b(?:hazme|haceme"
        r"|me haces) saber\b"
    ),
    "asking": "[?\xbf]|\\b(?:puedo|puedes|podes|pueden|podrias|podrian|se puede|sera posible)\\b",
    "gift_wrap": (
        r"\b(?:envolv\w+|envuel\w+|envoltorio|envoltura|empaquet\w+|empaque|papel|bolsa|caja|paquete|nota|tarjeta"
        r"|ticket) (?:\w+ ){0,2}(?:de |para |como )?regalo\b|\b(?:envolver\w*|envolveis|envuelv[eo]n?s?"
        r"|envuelt[oa])\b"
    ),
    "back_when": (
        r"^(?!.{0,150}\b(?:avis|notif|dime|decime|escrib|inform"
        r"|recuerd)\w*[^.?!]{0,60}\bcuando\b).{0,150}\bcuando\b.{0,60}\b(?:vuelv\w+|repon\w+|resurt\w+|habra|haya"
        r"|hay|disponibles?|stock|tendran?|tendras|tendreis|(?:llega|entra|ingresa)n? (?:mas|nuev\w+|otra vez"
        r"|de nuevo))\b"
    ),
    "how_long": (
        r"\bcuanto (?:se |me |os )?(?:tarda|tardan|tardaria|tardais|demora|demoran|demoraria)\b"
        r"|\bcuant[oa]s dias\b|\ben cuanto tiempo\b|\bcuanto tiempo\b|\bcuando (?:me |lo |la |los "
        r"|las )*(?:lleg\w+|recib\w+|tend\w+|entreg\w+|envi\w+)|\btiempo de (?:entrega|envio)\b|\bplazos?\b"
        r"|\brapid[oa]\b|\bdemora\b|\btarda\b|\bdias\b"
    ),
    "how_much": (
        r"\bcuanto (?:cuesta|es|vale|sale|seria|cobra|cobran|cobras|costaria|saldria|me sale|por)\b|\bcuestan?\b"
        r"|\bcost[oe]s?\b|\bprecio\b|\bgratis\b|\bcobr\w+|\btarifas?\b|\bgastos de envio\b|\bcuanto sale\b"
    ),
    "by_a_date": (
        r"\b(?:para|antes del?) (?:el |este |la |proximo |el proximo |que )*(?:lunes|martes|miercoles|jueves"
        r"|viernes|sabado|domingo|manana|finde|fin de semana|navidad|nochebuena|reyes|\d{1,2} de)\b|\b(?:llega"
        "|llegara|llegaria|lo tendria|lo tendre|estaria) (?:para )?(?:hoy|manana|el (?:lunes|martes|miercoles"
        r"|jueves|viernes|sabado|domingo))\b|\burgente\b|\burge\b|\bexpres+\b|\bmismo dia\b|\bhoy mismo\b"
        r"|\bmanana mismo\b|\bcuanto antes\b|\blo antes posible\b|\ba tiempo para\b|\bmas rapido\b|\b(?:24"
        r"|48) ?(?:h|hs|hrs|horas)\b"
    ),
    "ask_hours": (
        r"\bhorarios?\b|\babr(?:en|is|e|ir|iran)\b|\babiert[oa]s?\b|\bcierran?\b|\bcerrais\b|\bcerrad[oa]s?\b"
        r"|\ba que hora\b|\bque dias\b|\batienden\b"
    ),
    "ask_place": (
        r"\bdonde\b|\bdireccion\b|\bubicacion\b|\bubicad[oa]s?\b|\bubican\b|\blocal\b|\btiendas? (?:fisica|abierta"
        r"|en)|\bsucursal(?:es)?\b|\brecoger\w*|\bretirar\w*|\bshowroom\b|\bvisitar\w*|\ben persona\b|\bpasar (?:a"
        r"|por) \w+|\bprobarme\w*"
    ),
    "ask_contact": (
        r"\btelefono\b|\bcelular\b|\bllamar\w*|\bnumero\b|\bcorreo\b|\be-?mail\b|\binstagram\b|\binsta\b"
        r"|\bpagina web\b|\bfacebook\b|\bcontacto\b|\bcontactar\w*"
    ),
    "wants_return": (
        r"\b(?:quiero|quisiera|necesito|me gustaria|querria|tengo que|deseo|voy a|ocupo) (?:hacer (?:una "
        "|un )?)?(?:devolver|devolucion|devolverl[oa]|cambiar|cambiarl[oa]|cambio|regresar|regresarl[oa]"
        r"|retornar)\b|\b(?:devuelvo|regreso) (?:el|la|los|las|mi|un[oa]?)\b|\biniciar (?:una|la) devolucion\b"
    ),
    "refund_when": (
        r"(?<!contra )\b(?:reembols\w+|reintegr\w+|devol\w+ (?:el |del |mi )?(?:dinero|plata)).{0,60}\b(?:cuando"
        r"|cuanto|tarda\w*|demora\w*|dias)\b|\b(?:cuando|cuanto|tarda\w*"
        r"|demora\w*)\b.{0,60}(?<!contra )\b(?:reembols\w+|reintegr\w+|devuelv\w+ (?:el |mi |la )?(?:dinero|plata)"
        "|mi (?:dinero|plata))"
    ),
    "competitor": (
        rf"\b(?:barat[oa]s?|menos|mejor precio|lo mismo|igual|a mitad de precio) (?:que )?(?:en|por) {_BRANDS}\b"
        rf"|\b{_BRANDS} (?:l[oa]s? )?(?:tienen?|venden?|esta|sale|cuesta|hay)\b|\b(?:vi|visto|encontre|encontrado"
        rf"|venden|hay|esta|tienen|consigo|sale|barat[oa]|mism[oa]).{{0,40}} (?:en|por) {_BRANDS}\b"
    ),
    "medical": (
        r"\balergi\w+|\beccema\b|\bdermatitis\b|\bpsoriasis\b|\bpiel (?:sensible|atopica|delicada|reactiva)\b"
        r"|\bsarpullido\b|\burticaria\b|\brosacea\b|\bme (?:da|dan|produce) (?:comezon|picor|picazon|ronchas)\b"
    ),
}
