"""The cues of Portuguese, as customers in Brazil type it: without accents, "vc", "pra", "q", "mto"."""

from collections.abc import Mapping

_RIVALS = r"(?:shein|shopee|temu|amazon|renner|c&a|riachuelo|zara|mercado livre|magalu|aliexpress|marisa)"
_DAYS = r"(?:segunda|terca|quarta|quinta|sexta|sabado|domingo)"

CUES: Mapping[str, str] = {
    "abuse": (
        r"\b(?:voces?|vcs?|ce|tu|robo|bot|seu|sua|loja|atendimento) (?:(?:e|eh|es|sao) )?(?:muito |mto |um |uma |tao )*(?:idiota|imbecil"
        r"|burr[oa]\b|otari[oa]|inutil|lixo|ridicul[oa]|babaca|bost[ao]|merda|incompetente)|\b(?:robo|bot|loja|atendimento) (?:lixo"
        r"|burr[oa]|inutil|de merda)|vai (?:se|te|tomar) (?:f[ou]d|ferra|lasca|no )|vai (?:pro inferno|a merda)|\b(?:vtnc|tnc|vsf|fdp)\b"
        r"|filh[oa] da puta|arrombad[oa]|cala a boca|que (?:merda|porra|bosta)\b"
    ),
    "bot_question": (
        r"\b(?:voces?|vcs?|ce|tu|isso|aqui|ai) (?:e|eh|es|sao) (?:mesmo )?(?:um |uma |o |a )?(?:robo|bot|maquina|pessoa|gente|human[oa]|ia"
        r"|chatgpt|atendente|de verdade|real)\b|\b(?:falando|falo|conversando|converso|teclando) com (?:um |uma |o |a )?(?:robo|bot"
        r"|maquina|pessoa|gente|human[oa]|ia)\b|\b(?:robo|bot|ia) ou (?:uma |um )?(?:pessoa|gente|human[oa])|\bquem (?:esta"
        r"|ta) (?:falando|respondendo)|\bcom quem (?:eu )?(?:to |estou )?(?:falo|falando)"
    ),
    "one_moment": (
        r"\bum (?:minutinho|minuto|momentinho|momento|segundinho|segundo|instante)\b"
        r"|\bja (?:volto|falo com|te respondo)\b|\bvolto ja\b|\b(?:perai|espera(?: ai)?) que\b"
    ),
    "back_again": (
        r"\bvoltei\b|\bto (?:de volta|aqui)\b|\bonde (?:a gente|nos) (?:tava|estava|parou"
        r"|paramos)\b|\bonde (?:paramos|estavamos)\b"
    ),
    "let_me_think": (
        r"\b(?:vou|preciso|deixa eu|deixe eu|me deixa|quero|tenho que) (?:pensar|refletir|dar uma pensada)|\bpensar (?:melhor|um pouco"
        r"|mais|com calma|no caso)|\bvou ver (?:com|e|direitinho|se|ainda)\b|\b(?:depois|mais tarde) (?:eu )?(?:vejo|volto|decido|falo"
        r"|te|compro)|\b(?:ainda nao|nao) sei (?:ainda|se quero)|\bainda nao sei\b|\bdeixa (?:pra|para) la\b|\bdeixa quieto\b"
        r"|\btanto faz\b|\besquece\b(?! (?:o|a|os|as|ess[ea]|aquel[ea])\b)|\bso (?:to |estou )?(?:olhando|dando uma olhad)"
        r"|\bto (?:so )?(?:pensando|em duvida)"
    ),
    "instruction": (
        r"\b(?:ignor|esquec|desconsider)\w{1,3} (?:todas? |tod[ao]s |as |suas |os |seus |essas )*(?:regras|instruc|ordens|comandos)"
        r"|\b(?:eu )?sou (?:o |a )?(?:don[oa]|proprietari[oa]|admin\w*|gerente|desenvolvedora?|programadora?|chefe) (?:d[aoe]"
        r"|aqui)\b(?! casa)|\b(?:mud|alter|coloc|troc|baix)\w{1,2} o preco|\bpreco (?:agora |novo )?(?:e|eh|sera"
        r"|passa a ser) (?:de )?(?:r\$ ?)?\d|\bmodo (?:desenvolvedor|admin|debug|programador)|\bfinj[ae] (?:ser|que)|\baj[ae] como"
        r"|\b(?:seu|teu) prompt|\bprompt d[oe] sistema|\b(?:suas|tuas) instruc|\bsistema:"
    ),
    "removal": (
        r"\btir(?:a|ar|e|em|ando|o)\b(?! (?:uma |a |as |minha |minhas |umas |mais uma )?(?:duvida|foto|medida|print))|\bretir(?:a|ar|e"
        r"|em)\b|\bremov|\bexclu|\bdelet|\bapag(?:a|ar|ue)\b|\belimin|\bsem (?:o|a|os|as|ess[ea]|aquel[ea])\b|\bmenos (?:o|a|os|as"
        r"|ess[ea])\b|\bnao (?:quero|vou querer|vou levar|preciso) mais\b|\b(?:desisti|desisto) d|\bcancel(?:a|ar|e|em|o)\b|\besque(?:ce"
        r"|ca) (?:o|a|os|as|ess[ea]|aquel[ea])\b|\bde fora\b|\bdispens[ao]\b"
    ),
    "colors_asked": (
        r"\b(?:que|qual|quais|outras?|mais|todas|tem) (?:(?:as|a|e|sao|outras?|mais|alguma|de) ){0,3}cor(?:es)?\b"
        r"|\bcor(?:es)? (?:disponive|que tem|tem|voces|vcs|ha|existe|vem|sao)"
    ),
    "clear_cart": (
        r"\b(?:esvazi|limp|zer)\w{1,3} (?:o |meu |todo |esse |a |minha |essa |toda )*(?:carrinho|sacola|cesta|tudo)\b|\b(?:tir|remov"
        r"|cancel|exclu|apag|delet|retir)\w{1,2} (?:tudo|tudinho|todos|todas|os dois|as duas|(?:o |meu |todo |esse |a |minha "
        r"|toda )+(?:carrinho|sacola|cesta))(?: (?:d[oa]|dai)\b|\s*[.!]*$)"
    ),
    "similar": (
        r"\bparecid|\bsemelhante|\bsimilar|\bmesm[oa] (?:estilo|pegada|linha|vibe|jeito|naipe)|\b(?:ness[ea]|dess[ea]|nest[ea]"
        r"|dest[ea]) (?:estilo|pegada|linha|vibe|jeito|tipo)|\b(?:algo|alguma coisa|outr[oa]s?|mais) (?:(?:do )?tipo|como"
        r"|igual a?) (?:ess[ea]|est[ea]|iss?t?o|el[ea])|\balternativas?\b"
    ),
    "more_goods": (
        r"\b(?:mostra|mostrar|manda|ver|tem|envia|mandar)(?: \w+){0,2} (?:mais(?=\W*$| (?:algum|opc|modelo|pec|dess|dest|coisa|assim"
        r"|vestido|blusa|saia|calca|camisa|bolsa)\w*)|outr[oa]s?\b(?! (?:cor|tamanho|foto|numero|info|duvida|pergunta|forma|dia|vez|loja"
        r"|endereco)))|\bmais (?:opc\w+|modelos|alternativas|alguma coisa|algum|alguma)\b|^mais\W*$|\balgo mais\b"
        r"|\bo que mais\b(?! (?:vend|sai|ped|compr))|\boutra coisa\b|\boutr[oa]s (?:opc|modelos|pecas|estilos)|^proxim[oa]s?\b"
    ),
    "cheaper": (
        r"(?<!\bo )(?<!\ba )(?<!\bos )(?<!\bas )\bmais (?:barat|em conta|acessiv)\w*(?! (?:n[ao]|em|la|que (?:tem|tiver|voces|vcs"
        r"|vc))\b)|\bmenos car[oa]|\b(?:algo|coisa|alguma coisa) (?:bem |mais )?barat|\bpreco (?:menor|mais baixo|mais em conta)"
    ),
    "cheapest": (
        r"\b[oa]s? (?:\w+ )?mais (?:barat|em conta)\w*|\bmenor preco|\bpreco mais baixo\b|\bmais barat[oa]s? (?:de tod|que (?:tem|tiver"
        r"|vc|voce))"
    ),
    "dearest": r"\b[oa]s? (?:\w+ )?mais car[oa]s?\b|\bmaior preco|\bpreco mais alto|\bmais car[oa] (?:de tod|que tem)",
    "compare": (
        r"\bdiferencas?\b|\bcompar(?:a|ar|e|acao|ando)\b|\bo que (?:muda|difere)\b|\bqual (?:\w+ ){0,4}(?:melhor|mais (?:quent|leve"
        r"|pesad|fin[oa]|gross|maci|long|curt|comprid|confort|bonit|fresc|fresqu|estic|form|casual|just|solt|larg|arrumad|chique"
        r"|elegant)\w*)\b(?! (?:preco|tamanho|forma|jeito|horario|dia|prazo|valor|hora|numero))"
    ),
    "anything": (
        r"\balgo\b|\balguma coisa\b|\balguma peca\b|\bqualquer coisa\b|\bcoisas?\b|\bo que (?:(?:e )?que )?(?:voces|vcs|vc|voce|tu|ha"
        r"|tem|posso)\b"
    ),
    "gift": r"\bpresente(?:s|ar|ando)?\b|\bpresentinho|\blembrancinha|\bmimo\b",
    "runs_asked": (
        r"\b(?:forma|modelagem) (?:e |eh |fica |ta |vem |dele |dela )*(?:pequen|grande|normal|certa|maior|menor|padrao)|\b(?:vest|fic|vem"
        r"|vei)\w{0,3} (?:um pouco |mais |bem |meio )?(?:pequeno|grande|certinho|normal|menor|maior)\b|\btamanho (?:real|certo|certinho"
        r"|normal)|\bfiel ao tamanho|\b(?:numero|tamanho) (?:acima|abaixo)|\bum (?:numero|tamanho) (?:maior|menor)"
    ),
    "length_worry": (
        r"\b(?:muito|mt|mto|bem|meio|tao|demais|fica|ficar|ficaria|ficou) (?:muito |mto )?(?:comprid|long|curt)[oai]\w*|\bsou (?:muito "
        r"|mto |bem |meio |super |mais )?(?:baixinh[oa]|baix[oa]|alt[oa]|altinh[oa])\b|\b(?:pra|para) (?:quem e |gente |uma "
        r"|pessoas? )*(?:alt[oa]s?|baixinh[oa]s?|baix[oa]s?)\b"
    ),
    "body_figures": (r"\b(?:meus?|minhas?|os|as|o) (?:tamanhos?|medidas|altura|peso)\b"),
    "usual_size": (
        r"\bnormalmente\b|\bgeralmente\b|\bcostum[oa]\b|\bde costume\b|\b(?:meu|minha) (?:tamanho|numero|manequim|numeracao)\b"
        r"|\bsou (?:tamanho |manequim |um |uma |sempre |entre |do )*(?:pp|p|m|g|gg|xg|\d\d)\b|\b(?:uso|visto|calco)\b|\bsempre (?:compro"
        r"|pego|levo|peco)\b|\bna maioria\b|\bquase sempre\b"
    ),
    "pay_cash": (
        r"\bdinheiro\b(?! de volta)|\bna entrega\b|\bem especie\b|\bquando (?:chegar|eu receber|receber)\b|\bcontra[- ]?entrega\b"
        r"|\bpag\w+ na (?:porta|hora)\b"
    ),
    "pay_online": r"\bcart(?:ao|oes|aozinho)\b|\bcredito\b|\bdebito\b|\bcarteira digital\b|\bonline\b|\bpelo link\b",
    "address": (
        r"^\W*(?:(?:moro|entregar?|manda|e|fica) (?:na|no|em) |(?:meu |o )?endereco(?: e| eh)?:? )?(?:rua|r\.|avenida|av\.?|travessa"
        r"|tv\.|alameda|al\.|rodovia|estrada|praca|largo|quadra|condominio|beco|servidao) (?:\w+[ ,.'-]{1,3}){1,7}(?:n\W{0,2} ?)?\d"
    ),
    "new_address": (
        r"\b(?:mud|troc|alter|atualiz|corrig)\w{1,3} (?:de |o |meu |do |esse )*endereco|\b(?:novo|outro) endereco|\bendereco (?:errado"
        r"|novo|diferente|mudou|ta errado|esta errado)"
    ),
    "cart_emoji": "[\U0001f6d2\U0001f6cd]",
    "pay_emoji": "[\U0001f4b3\U0001f4b5\U0001f4b0]",
    "both": r"^(?:\w+,? ){0,3}(?:os dois|as duas|ambos|ambas|os 2|as 2)\b",
    "take_it": (
        r"^(?:\w+,? ){0,3}(?:quero|levo|levar|fico com|ficar com|pego|pegar|compro|comprar|querer|manda) (?:ess[ea]s?|est[ea]s?|el[ea]s?"
        r"|isso|sim|dess[ea]|um dess[ea]|uma dess[ea])\b(?! (?:nao|fora|de volta))|^(?:\w+,? ){0,2}(?:fechado|fechou|vou levar"
        r"|vou querer|vou ficar|pode fechar)\b\W*(?:$|como\b|onde\b)|^(?:\w+,? ){0,2}(?:como|onde) (?:\w+ ){0,3}(?:compr[oa]r?|pedir"
        r"|peco|encomend[oa]r?|fechar|fecho)(?: ess[ea]| el[ea]| o pedido)?\W*$"
    ),
    "second_thought": (
        r"\bpensando (?:bem|melhor)\b|\bmudei de ideia|\b(?:quis|queria) dizer\b|\b(?:em vez|no lugar|ao inves) d|\bpor (?:garantia"
        r"|via das duvidas)|\b(?:pra|para) garantir\b|\bprefiro\b|\b(?:era|tinha que|deveria|devia) (?:pra |para )?ser\b|\bme enganei\b"
        r"|\berrei\b|\b(?:e|eh|acho|melhor) (?:que )?(?:e )?(?:melhor|mais seguro) (?:o|a|ser|em|levar|pegar|um)\b"
        r"|^(?:\w+,? ){0,2}melhor (?:o|a|em|levar|pegar)\b|\bna verdade\b"
    ),
    "swap_it": (
        r"\b(?:troc|mud|alter)(?:a|ar|e|o)\b(?: \w+){0,3} (?:por|pel[oa]|pro|pra|para)\b|\b(?:pode|da pra|daria pra) ser (?:o|a|em|no"
        r"|na)\b.{0,40}\b(?:em vez|no lugar|ao inves)"
    ),
    "had_it": (
        r"\b(?:chegou|chegaram|recebi|recebemos|veio|vieram|comprei|compramos|entregue|entregaram|ganhei|usei|vesti|experimentei|provei"
        r"|mandaram|enviaram|paguei)\b"
    ),
    "only_this": (
        r"\bnao (?:me )?(?:mand|envi|escrev|cham|fal)\w*(?: \w+){0,3} (?:sobre|de) (?:mais nada|outras? coisas?|nada mais)"
        r"|\bso (?:me )?(?:mand|escrev|fal|avis|cham)\w*(?: \w+){0,2} (?:sobre|d[oae]) (?:(?:ess[ea]|meu|o|a|minha) )?(?:pedido"
        r"|compra)\b|\bso sobre (?:o|meu|esse) pedido\b"
    ),
    "huh": r"^\W*(?:como assim|nao entendi|hein|ahn|ha)\W*$|^\W*(?:que|o que|oque|oq|oi|como|ue|desculpa)\s*\?+\W*$",
    "what_if": r"\be se (?:eu )?(?:tir|remov|deix|nao lev|lev)|\bse eu (?:tirar|remover|deixar|nao levar|levar)",
    "sale_goods": (
        r"\b(?:que|quais|qual|tem|alg\w+|mostra\w*|ver|quero)\b.{0,60}\b(?:(?:em|na|de) promoc\w*|liquidac\w*|em oferta|outlet|saldao"
        r"|bazar)|\bpecas? (?:em|na|da|de) (?:promoc|oferta|liquid)\w*|\bitens em promoc|\bpromocoes\b"
    ),
    "all_goods": r"\btod[oa]s?\b(?! (?:bem|dia|os dias|os tamanhos|as cores|a semana)\b)|\btudo\b(?! bem\b)",
    "catalogue": (
        r"\bcatalogos?\b|\btod[oa] (?:a|o) (?:colecao|loja|estoque)\b"
        r"|\b(?:mostra|mostre|manda|mande|ver|envia) (?:me )?tudo(?: (?:o )?que (?:voces )?(?:tem|vendem))?\W*$"
    ),
    "best_sellers": (
        r"\bmais (?:vendid|pedid|procurad|popular|sai\b|saem\b|vende\b|vendem\b)\w*|\bqueridinh|\bbomband|\btendencias?\b|\bem alta\b"
        r"|\bnovidades?\b|\blancamentos?\b|\bnova colecao\b|\bcolecao nova\b|\bchegou de nov[oa]\b"
    ),
    "newest": (
        r"\bnovidades?\b|\blancamentos?\b|\bnova colecao\b|\bcolecao nova\b|\b(?:chegou|tem) de nov[oa]\b|\bacabou de chegar\b"
        r"|\brecem[- ]chegad|\bmais recentes?\b"
    ),
    "restock": (
        r"\bvolt(?:a|ar|ou|arem|am|e|em)\b|\bde novo\b|\bnovamente\b|\brepo(?:r|s|e)|\bavis(?:a|ar|e|em|o|ada|ado)\b|\bme (?:fala|chama"
        r"|lembra|notific)|\bestoque\b|\bdisponive|\bcheg(?:ar|a|arem|am)\b"
    ),
    "comes_with": r"\bvem (?:com|junto)\b|\bja vem\b|\bacompanha|\binclu[is]|\bjunto (?:vem|com)\b",
    "ask_team": (
        r"^(?:(?:sim|pode|ok|entao|isso|por favor|claro|quero|ta|blz),? ){0,3}pergunt(?:a|e|ar|em)\b|^(?:\w+,? ){0,2}(?:ve|veja|ver|fala"
        r"|falar|consulta|verifica) com (?:a equipe|o pessoal|eles|elas?|ele|alguem)\b"
    ),
    "video": r"\bvideos?\b|\bvideozinho|\breels?\b",
    "goes_with": (
        r"\bcombin(?:a|am|ar|e|em|ando)\b|\borna(?:m|r)?\b|\bfic\w{1,3} (?:bem|bom|legal|bonito) com\b|\bcai bem com\b|\bus(?:ar"
        r"|o) com\b|\bcasa com\b|\bjunto com (?:o|a|ess[ea]|meu|minha)\b"
    ),
    "wrong_sent": (
        r"\b(?:cor|tamanho|numero|peca|item|pedido|produto|modelo|coisa) (?:errad|trocad|diferente).{0,30}\b(?:cheg|vei|mand|envi"
        r"|receb)\w*|\b(?:cheg|vei|mand|envi|receb)\w*\b.{0,25}\b(?:errad[oa]|trocad[oa]|outr[oa] (?:cor|tamanho|peca|modelo))"
    ),
    "payment_trouble": (
        r"\bpagamento (?:nao (?:passou|passa|foi|ta|esta|deu|funciona|vai|entrou)|deu (?:erro|problema|ruim)|falhou|caiu"
        r"|(?:foi )?(?:recusad|negad))|\bcartao (?:foi |ta |deu |esta )?(?:sendo )?(?:recusad|negad|nao (?:passou|passa|foi)|erro)"
        r"|\blink (?:de pagamento )?(?:nao (?:abre|abriu|funciona|vai|ta|carrega)|deu erro|quebrad|expirou|venceu)|\bnao (?:consigo"
        r"|consegui|to conseguindo|estou conseguindo) (?:pagar|finalizar|concluir|fazer o p)|\bpix (?:nao (?:vai|foi|gera|gerou|funciona"
        r"|passou)|deu erro)"
    ),
    "hold": (
        r"\b(?:separ|reserv|guard|segur)(?:a|ar|e)\b (?:ai )?(?:um|uma|1|ess[ea]|est[ea]|el[ea]|isso|(?:pra|para) mim)\b"
        r"|\bdeixa(?:r)? (?:el[ea] |ess[ea] )?(?:separad|reservad|guardad)"
    ),
    "wants_notice": (
        r"\bavis(?:a|ar|e|em|ada|ado)\b|\bme (?:fala|chama|notifi\w+|lembra|diz|manda (?:mensagem|msg|um oi)|da um toque)\b|\bnotific"
    ),
    "how_measure": (
        r"\bcomo (?:\w+ ){0,4}(?:medir|meco|mede|me medir)\b|\bcomo (?:\w+ ){0,4}tir(?:o|ar|a) (?:as |minhas |a )*medida"
    ),
    "gift_wrap": (
        r"\bembal\w* (?:pra|para|de|como) present|\bembrulh|\b(?:papel|caixa|saquinho|sacolinha|laco) (?:de|pra|para) presente"
        r"|\bcartao\w* (?:de presente|com (?:mensagem|dedicatoria))|\bbilhetinho\b"
    ),
    # A question, not "me avisa quando voltar": that is the wish itself.
    "back_when": (
        r"^(?!.{0,200}\b(?:avis(?:a|e|ar|em|ada|ado)|me (?:cham|fal|mand|lembr|notific"
        r"|diz)\w*)\b)(?:.{0,150}\bquando\b.{0,60}\b(?:volta\w*|repo\w{1,5}|disponivel|de novo|novamente|em estoque|vai ter|tem mais"
        r"|chega mais)\b|.{0,150}\bprevisao d\w (?:volta|reposic|estoque))"
    ),
    "how_long": (
        r"\bquanto tempo\b|\bquantos dias\b|\bprazo\b|\bdemora\w*|\bquando (?:eu )?(?:\w+ )?(?:chega|entrega|recebo|receberia|sai"
        r"|despacha)\w*|\bdias\b|\bprevisao d\w (?:entrega|chegada)|\bchega\w* (?:rapido|logo|quando|ate|em)\b"
    ),
    "how_much": r"\bquanto\b(?! tempo)|\bpreco|\bvalor\b|\bcusta\w*|\bgratis\b|\bgratuit|\btaxa\b",
    "by_a_date": (
        rf"\b(?:ate|antes d[eoa]|pra|para|pro|no|na) (?:o |a |ess[ea] |est[ea] |proxim[oa] )*{_DAYS}\b"
        r"|\b(?:ate|antes d[eoa]|pra|para|pro) (?:o |a )?(?:amanha|hoje|fim de semana|final de semana|semana que vem|natal|dia \d)"
        r"|\bexpress[ao]\b|\bsedex\b|\bmesmo dia\b|\bdia seguinte\b|\bmais rapido\b|\burgent|\burgencia\b|\ba tempo\b|\bainda hoje\b"
        r"|\bpra ontem\b"
    ),
    "ask_hours": (
        r"\babr(?:e|em|ir|indo|iu)\b|\babert[oa]s?\b|\bfech(?:a|am|ad[oa]s?|ar)\b|\bhorario|\bque horas?\b|\batend(?:e|em|imento)\b"
        r"|\bfunciona(?:m|mento)?\b"
    ),
    "ask_place": (
        r"\bonde\b|\bendereco|\blocaliz|\bloja fisica\b|\bvisitar\b|\bretir(?:ar|ada)\b|\bbuscar (?:ai|na loja|pessoalmente)"
        r"|\bshowroom\b|\bponto de onibus\b|\bpessoalmente\b|\bpresencial"
    ),
    "ask_contact": (
        r"\btelefone|\bcelular\b|\bligar\b|\bligo\b|\be-?mail\b|\binsta(?:gram)?\b|\bsite\b|\bfacebook\b|\bcontato\b|\bwhats(?:app)?\b"
        r"|\bzap\b|\bnumero (?:d[ae] (?:telefone|loja|voces)|(?:pra|para) ligar)"
    ),
    "too_tight": (
        r"\b(?:muito|mt|mto|meio|bem|super|fic\w{1,3}|ta|esta|veio|um pouco) (?:muito |mto |meio |super |um pouco |bem )?(?:apertad"
        r"|pequen|grand|larg|folgad|just[oa]|comprid|curt|long)\w*|\bnao (?:me )?(?:serviu|serve|coube|cabe|entrou|entra|fechou)\b"
        r"|\b(?:tamanho|numero) (?:errado|maior|menor|diferente)|\boutro (?:tamanho|numero)"
    ),
    "wants_return": (
        r"\b(?:quero|queria|preciso|gostaria de|vou|tenho que) (?:\w+ )?(?:devolver|devolucao|fazer (?:a |uma )?(?:devolucao|troca))"
        r"|\b(?:quero|queria|preciso|gostaria de) (?:fazer a )?troc(?:ar|a)\b|\b(?:devolver|trocar) (?:meu|minha|um|uma) "
        r"|\bsolicitar (?:a |uma )?(?:devolucao|troca)"
    ),
    "refund_when": (
        r"\b(?:reembols|estorn|dinheiro de volta)\w*.{0,60}\b(?:demora|quando|prazo|dias|tempo|cai)\w*|\b(?:quando|prazo|quanto tempo"
        r"|demora)\w*\b.{0,60}\b(?:reembols|estorn|dinheiro|devolvem)"
    ),
    "competitor": (
        rf"\b(?:mais barat[oa]|menos|mais em conta|preco melhor|melhor preco|barat[oa]) (?:n[ao]|em|la n[ao]) (?:\w+ )?(?:{_RIVALS}"
        rf"|outr[oa]|concorren)|\b{_RIVALS} (?:tem|vende|ta|esta|e|eh|faz|sai|custa)\b|\b(?:vi|achei|encontrei|compr\w+|igual|mesm[oa]"
        rf"|barat[oa])\b.{{0,40}} (?:n[ao]|em|por) (?:{_RIVALS}|outr[oa]s? (?:loja|site|lugar|vendedor)\w*|concorren)"
    ),
    "medical": (
        r"\balerg|\beczema|\bdermatit|\bpsoriase|\bpele sensivel|\burticaria|\brosacea|\bproblema de pele|\bdoenca de pele|\bcoceira"
    ),
}

OWN_CUES: Mapping[str, str] = {
    "either": r"\bou\b|\bentre\b|\bna duvida\b",
    "one_of_them": (
        r"\b(?:ess[ea]s?|este|estes|estas|aquel[ea]s?|isso|dess[ea]s?|dest[ea]s?|del[ea]s|el[ea])\b|\b(?:um|uma|o|a) (?:com|sem|de|mais"
        r"|tipo|em)\b|\b(?:um|uma)\W*$"
    ),
    "asking": (
        r"^(?:e )?(?:tem|tens|teria|qual|quais|quanto|quantos|como|onde|quando|posso|pode|podem|aceita\w*|sera|serve|por ?que|o que|oq"
        r"|existe|rola|faz|fazem|entrega|entregam|vende|vendem|vale|se|ha)\b|\bda (?:pra|para)\b|\be possivel\b|\b(?:voces?|vcs?) (?:tem"
        r"|aceit\w+|entreg\w+|faz\w*|pode\w*|vend\w+|consegu\w+|trabalh\w+|parcel\w+)\b"
    ),
    "comes_with": r"\btem (?:um|uma)\b",
    "like_stop": (
        r"\bpar(?:a|e|ar|em|ou)\b|\bsair\b|cancel|descadastr|bloque|mensag|\bmsg|spam|whats|\bzap|incomod|\bench|\bchega\b|\breceb"
        r"|\blista\b|contat|propagand|promoc|notific|remov|\btir|delet|apag|exclu|nunca mais|em paz|\bmand|\benvi|\bescrev|\bcham"
        r"|\bbasta\b|nao quero|interess"
    ),
}
