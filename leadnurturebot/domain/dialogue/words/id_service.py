"""Indonesian words about orders: paying, sending, returns, the shop itself."""

from collections.abc import Mapping

NOT = r"(?:ga|gak|gk|nggak|ngga|enggak|engga|tidak|tdk|ndak)"
CAME = r"(?:kirim|dikirim|datang|dateng|sampai|sampe|nyampe|terima|diterima)"
_ELSEWHERE = (
    r"(?:(?:toko|lapak|seller|olshop|tempat) (?:sebelah|lain|tetangga)|sebelah(?! (?:mana|kanan|kiri))"
    r"|shopee|tokopedia|tokped|lazada|tiktok ?shop|shein|zara|h&m|uniqlo)"
)
_PRICED = r"(?:lebih murah|murahan|murah|cuma|harganya|dijual|dapet|nemu)"
_DAYS = r"senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|besok|bsk|lusa"

SERVICE: Mapping[str, str] = {
    "pay_cash": r"\btunai\b|\bbayar (?:di )?(?:tempat|rumah)\b|\bbayar (?:pas|saat|waktu) (?:sampai|sampe|datang|dateng|barang)",
    "pay_online": (
        r"\btransfer\b|\btf\b|\btrf\b|\bqris\b|\be-?wallet\b|\bgo-?pay\b|\bovo\b|\bshopee ?pay\b|\blink ?aja\b"
        r"|\bvirtual account\b|\bkartu\b|\bm-?banking\b|\bbca\b|\bbri\b|\bbni\b|\bmandiri\b|\brekening\b|\bdebit\b|\bkredit\b"
    ),
    "address": (
        r"^\W*(?:(?:alamat(?:nya|ku| saya| aku| rumah| kirim)?|kirim ke)\W{1,3})?(?:jl|jln|jalan(?! jalan)|gg|gang|komp|komplek"
        r"|kompleks|perum|perumahan|dusun|dsn|desa|kampung|kp|apartemen|apt|ruko|blok)\b[ .]{1,2}(?=.{0,100}\d)"
    ),
    "new_address": (
        r"\b(?:ganti|ubah|rubah|update|perbaiki|koreksi|salah)(?:in)? (?:ke )?alamat"
        r"|\balamat(?:nya|ku| saya| kirimnya| pengirimannya)? (?:salah|ganti|diganti|diubah|pindah|keliru)\b"
        r"|\balamat (?:kirim |pengiriman )?(?:yang |yg )?(?:baru|lain|beda)\b"
    ),
    "wrong_sent": (
        rf"\bsalah kirim|\bketuker\b|\btertukar\b|\bsalah (?:size|ukuran|warna|barang|item|model|produk).{{0,30}}\b{CAME}"
        rf"|\b{CAME}.{{0,30}}\b(?:salah|beda|keliru|bukan (?:yang|yg))\b"
    ),
    "payment_trouble": (
        r"\b(?:bayar|pembayaran|transfer|payment|checkout|transaksi)(?:nya|annya)? (?:\w+ )?"
        rf"(?:gagal|error|eror|ditolak|{NOT} bisa\b|gabisa|{NOT} berhasil|pending terus)"
        r"|\bgagal (?:bayar|transfer|checkout|terus)|\bkartu(?:nya|ku| saya)? (?:\w+ )?(?:ditolak|gagal|error|eror)"
        rf"|\b{NOT} bisa (?:bayar|checkout)\b(?! (?:cod|di tempat|pake|pakai|lewat|nanti))"
        rf"|\blink(?:nya)? (?:\w+ )?(?:{NOT} (?:bisa|kebuka)\b|gabisa|error|eror|mati\b|rusak)"
    ),
    # "Keep ya kak" alone takes it; asked for or put off, it is to be set aside.
    "hold": (
        r"\b(?:bisa|boleh|minta|tolong)(?: \w+)? (?:di)?(?:keep|booking|simpan)(?:in|kan)?\b|\b(?:di)?keep(?:in)? dulu\b"
        r"|\b(?:sisain|sisihkan|simpanin|pisahin) (?:1|satu|dulu|buat|untuk|ya|dong)\b"
    ),
    "gift_wrap": (
        r"\bbungkus(?:an|in|nya)? (?:kado|hadiah|gift)|\bkertas kado|\bkartu ucapan|\bdibungkus(?:in)? (?:\w+ )?(?:kado|cantik|hadiah)"
        r"|\b(?:kotak|box|packing|kemasan) (?:kado|hadiah)"
    ),
    "how_long": (
        r"\b(?:berapa|brp) (?:lama|hari)\b|\blama(?:nya)? (?:kirim|pengiriman|sampai|sampe)|\bestimasi"
        rf"|\b(?:kapan|kpn) (?:\w+ )?{CAME}|\b{CAME}(?:nya)? (?:kapan|kpn|berapa|brp)\b"
    ),
    "how_much": (r"\b(?:berapa|brp|berapaan)\b(?! (?:lama|hari))|\bongkir|\bongkos|\bbiaya|\btarif|\bharga|\bgratis"),
    "by_a_date": (
        rf"\b(?:sebelum|sblm|paling lambat|buat|untuk|utk) (?:hari )?(?:{_DAYS}|lebaran|natal|tanggal|tgl)\b"
        rf"|\b(?:di)?(?:kirim|sampai|sampe|nyampe|tiba|datang|dateng)(?: \w+){{0,2}} (?:hari ini|{_DAYS})\b|\bkeburu\b"
        r"|\bsame ?day\b|\binstan\b|\bexpress\b|\bkilat\b|\bburu[- ]?buru\b|\blebih (?:cepat|cepet)\b|\bsehari sampai"
    ),
    "ask_hours": r"\bbuka(?:nya)?\b|\btutup(?:nya)?\b|\bjam (?:buka|tutup|operasional|kerja|berapa|brp)|\boperasional|\blibur\b",
    "ask_place": (
        r"\bdi ?mana(?:kah)?\b|\bdmn\b|\balamat|\blokasi|\bmampir\b|\btoko(?:nya)? (?:di|fisik|offline)|\boffline|\bcabang"
        r"|\boutlet|\bshare ?lok|\bambil (?:sendiri|langsung|di toko)|\bke toko\b|\bmaps\b"
    ),
    "ask_contact": (
        r"\btelepon|\btelp\b|\btelfon|\btelpon|\bemail|\binstagram|\big(?:nya)?\b|\bwebsite|\bfacebook|\btiktok|\bshopee\b"
        r"|\btokopedia|\btokped|\bkontak|\b(?:nomor|nomer|no) ?(?:wa|hp|telp|cs|admin)\b"
    ),
    "too_tight": (
        r"\bke(?:kecilan|besaran|gedean|sempitan|longgaran|panjangan|pendekan|ketatan)"
        rf"|\b{NOT} (?:muat|pas|cukup)\b|\bgamuat|\bterlalu (?:kecil|besar|sempit|longgar|ketat|panjang|pendek|gede)"
        r"|\bsesek\b|\bsesak\b|\bngetat|\bkedodoran|\bsalah (?:size|ukuran)|\b(?:ganti|tukar|tuker) (?:size|ukuran)"
    ),
    "wants_return": (
        r"\b(?:mau|pengen|ingin|minta|pgn) (?:\w+ )?(?:retur|return|tukar|tuker|nuker|ditukar|dituker|balikin|kembalikan"
        r"|kembaliin|mengembalikan|menukar|refund|ganti (?:size|ukuran))"
        r"|\b(?:retur|balikin|kembalikan|tuker|tukar)(?:in)? (?:barang|baju|pesanan|paket|dress|rok|celana|kemeja)\b"
        r"|\b(?:ajukan|ngajuin|mengajukan) retur"
    ),
    "refund_when": (
        r"\b(?:refund|uang|duit|dana)(?:nya|ku| saya)?\b.{0,40}\b(?:kapan|kpn|berapa lama|berapa hari|brp hari)\b"
        r"|\b(?:kapan|kpn|berapa lama|berapa hari)\b.{0,40}\b(?:refund|uang|duit|dana)"
    ),
    "competitor": (rf"\b{_ELSEWHERE}\b.{{0,40}}(?:{_PRICED}|\d)|\b{_PRICED}\b.{{0,40}} (?:di|dari) {_ELSEWHERE}\b"),
    "medical": r"\balergi|\beksim|\bekzema|\bdermatitis|\bpsoriasis|\bkulit(?:ku|nya| saya)? (?:\w+ )?sensitif|\bruam|\bjerawat",
}
