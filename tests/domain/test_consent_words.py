import pytest

from leadnurturebot.domain.consent_words import is_opt_in, stop_verdict

STOP = """
STOP
stop
Stop!!!
stop 🙏
🛑 STOP 🛑
stooooop
stopp
stpo
sotp
s t o p
S.T.O.P.
ＳＴＯＰ
please stop
pls stop now
can you please stop
no stop
stop it please. stop
No thanks. Stop
not interested, stop
stop all
Unsubscribe
unsubscibe me
how do I unsubscribe?
opt out
please don't message me
please don’t message me
dont message me again
Don't text me anymore.
do not contact me
never contact me again
stop sending me these
stop sending
please stop sending me these messages
can you stop sending me offers?
stop texting me
stop spamming
stop bothering me!
I don't want any more messages
i no longer want to receive your offers
don't send me anything
dont send me any more messages please
no more messages
remove me from your list
delete my number
leave me alone
BAJA
baja
Baja, por favor
quiero darme de baja
dame de baja
dejen de escribirme
como me doy de baja
como me salgo de esta lista
dejen de estar fregando con sus promos
ya no quiero recibir nada
cancelen mi suscripción
no mandes más mensajes
no me mandes más cosas
ya párenle con los mensajes
deja de mandarme mensajes
no me escriban más
no me manden más mensajes
no quiero recibir más mensajes
no más publicidad
sáquenme de su lista
para ya
SAIR
sair por favor
quero sair
PARAR
pare
para de me mandar mensagem
não me mande mais mensagens
não quero mais receber promoções
quero sair da lista
me descadastra por favor
quero me descadastrar
n quero mais receber msg
não me mande mais nada
tira meu número da lista
retire meu número por favor
cancelar inscrição
para com essas mensagens
chega de propaganda
não me chama mais
quero parar de receber
sai do meu whatsapp
gostaria de não receber mais mensagens
não quero receber nada de vocês
band karo
bandh karo yaar
please band kar do
message band karo
msg mat bhejo
mujhe message mat karo
mujhe mat bhejo
mat bhejo
pareshan mat karo
बंद करो
कृपया बंद करें
मैसेज मत भेजो
मुझे मैसेज भेजना बंद करो
स्टॉप
BERHENTI
berhenti kak
berhenti berlangganan
jangan kirim pesan lagi
jgn chat lagi
jangan hubungi saya
gak mau terima promo
ngga mau dikirimin promo lagi
jangan kirim apa2 lagi
ga usah kirim promo lagi
gausah wa lagi
tolong jangan hubungi nomor ini
jangan broadcast lagi
ojo chat aku maneh
berenti kirim iklan
hentikan pesan ini
hapus nomor saya
hapus nomor saya dari list broadcast
keluarin saya dari list
matikan notifikasi
stop dong kak
stop kirim pesan
"""

NOT_STOP = """
near which bus stop are you?
bus stop ads are nice
can't stop wearing it
I can’t stop looking at this dress
I never stop buying from you
don't stop sending me offers
can I stop by tomorrow?
i'll stop by for the offers
did you stop sending to Canada?
when do you stop sending orders before christmas?
do you have one stop shopping
shop
top
step
spot
post
sari
saree
don't send the red one
please don't send it to my old address
don't send this, send the blue
please stop sending my orders to the old address
where's my order, and don't message me about anything else
you never text me back
you don't message me when it is back
are there no more offers?
no more messages from the courier?
I don't need a bag
cancel my order
no thanks
not interested
enough room in the shoulders?
¿y si la talla baja?
baja?
¿Baja un poco el precio?
cintura alta, media, baja
quiero la talla más baja
un vestido para mi hija
para una boda
quiero salir con este vestido
no me manden el rojo
quiero dar de baja mi pedido
no me mandan mi pedido
no mandaron más fotos
dejen el paquete con el vecino
quita la blusa de la lista de compras
no pares de mandarme ofertas
quero sair com ele no sábado
roupa para sair
vou sair agora, me manda depois
esse vestido não para de me chamar atenção
não me mande o vermelho
a blusa para no joelho?
para de graça, faz por 80
não quero mais o pedido
quero cancelar meu pedido
cancela o envio do pedido
me tira uma dúvida
não recebi mensagem de confirmação
onde descadastro o cartão
não quero nada com poliéster
tira o meu da sacola
tem roupa de sair à noite?
dukaan kab band hoti hai
red wala mat bhejo
kya aap order band karte ho sunday ko
दुकान कब बंद होती है
bisnya berhenti di mana?
jangan kirim ke alamat lama
jangan kirim yang merah
jangan lupa kirim hari ini
jangan hubungi kurir itu lagi ya
jangan stop produksi ya
stok nya stop produksi?
stop kirim pesanan saya
stop kontak
hapus yang merah dari keranjang
hapus nomor rumah dari alamat saya
gak mau ketinggalan promo
ga usah kirim kartu ucapan
ga mau terima barang rusak
kapan koleksi baru keluar
chat admin dong
M
yes
👍
?

"""

DOUBT = """
stop, I meant the blue one
Hi I ordered a dress last week. Stop. It is too big
stop i dont want this anymore
stop?
stop it
para
basta
chega!
keluar
"""


def lines(table: str) -> list[str]:
    return table.strip("\n").split("\n")


@pytest.mark.parametrize("text", lines(STOP))
def test_it_hears_stop(text: str) -> None:
    assert stop_verdict(text) == "stop"


@pytest.mark.parametrize("text", lines(NOT_STOP))
def test_it_does_not_silence_a_customer_who_talks_of_something_else(text: str) -> None:
    assert stop_verdict(text) is None


@pytest.mark.parametrize("text", lines(DOUBT))
def test_it_doubts_a_stop_word_among_other_words(text: str) -> None:
    assert stop_verdict(text) == "doubt"


@pytest.mark.parametrize(
    "text", ["START", "start please", "Alta", "quero receber ofertas", "mulai lagi kak", "mau langganan lagi", "शुरू करो"]
)
def test_it_hears_the_way_back(text: str) -> None:
    assert is_opt_in(text)
    assert stop_verdict(text) is None


@pytest.mark.parametrize("text", ["stop", "when does the sale start?", "alta o baja", "start with the red dress", ""])
def test_it_takes_nothing_else_for_consent(text: str) -> None:
    assert not is_opt_in(text)
