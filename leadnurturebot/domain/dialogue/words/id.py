"""Indonesian as it is typed on WhatsApp: "ga", "gak", "yg", "brp", with the English of online shops."""

from leadnurturebot.domain.dialogue.words.id_service import CAME, NOT, SERVICE
from leadnurturebot.domain.dialogue.words.shape import LanguageWords

_CALLING = r"(?: (?:kak|ka|ya|yah|dong|deh|min|sis|gan|aja|saja|dulu))"

WORDS = LanguageWords(
    cues={
        **SERVICE,
        "abuse": (
            r"\bgoblo[kg]\b|\btolol|\bbego\b|\bbangsat|\bkampret|\bbajingan|\bkontol|\bmemek\b|\bngentot|\bbrengsek|\bjanc[ou]k"
            r"|\bkeparat|\bsialan\b|\bidiot\b|\btai (?:lu|lo|kau|kamu)\b|\bbabi (?:lu|lo|kau|kamu)\b"
            r"|\banjing (?:lu|lo|kau|kamu|emang)\b|dasar (?:anjing|babi|monyet|setan|bodoh)|^\W*(?:anjing|asu|babi|tai)\W*$"
            r"|(?:kamu|lu|lo|kau|bot|robot|admin|cs)(?:nya)? (?:\w+ )?bodoh"
        ),
        "bot_question": (
            r"\b(?:ini|kamu|km|kakak|anda|lu|lo|admin|adminnya|bales|balas|jawab) (?:\w+ ){0,2}"
            r"(?:bot|robot|mesin|ai|chatbot|manusia|otomatis|komputer|orang (?:beneran|asli))\b"
            r"|\b(?:bot|robot|mesin|ai|chatbot|manusia|orang) (?:atau|apa) (?:orang|manusia|bot|robot|admin|mesin|ai)\b"
            r"|\b(?:chat|ngobrol|ngomong|bicara) (?:sama|dengan|dgn|ama) (?:bot|robot|mesin|ai|manusia|siapa)\b|\bchat ?gpt\b"
        ),
        "one_moment": (
            r"\b(?:se)?bentar\b|\btunggu (?:ya|dulu|sebentar|bentar)\b|\b(?:ntar|nanti) (?:balik"
            r"|lanjut) lagi\b"
        ),
        "back_again": (
            r"\b(?:udah|sudah|dah|udh) balik\b|\bbalik lagi nih\b|\btadi samp(?:e|ai) mana\b"
            r"|\boke lanjut\b"
        ),
        "let_me_think": (
            r"\bm?pikir(?:2|[- ]pikir|in|kan)?(?: \w+)? (?:dulu|dl|lagi)\b|\bmikir(?:2|[- ]mikir)?(?: \w+)? (?:dulu|dl|lagi)\b"
            r"|\b(?:nanti|ntar|entar) (?:aja|saja|dulu|dl|deh|lagi)\b|\b(?:belum|blm) yakin|masih (?:ragu|bimbang|galau|mikir)"
            r"|\bpertimbang(?:in|kan)\b|\b(?:lihat|liat)(?:2|[- ](?:lihat|liat)) (?:dulu|dl|aja)\b|\b(?:nunggu|tunggu) gajian"
            r"|\btanya (?:suami|istri|mama|ibu|pacar|ortu)(?:ku)? dulu|\blain kali\b|\bkapan[- ]kapan\b"
        ),
        "instruction": (
            r"\b(?:abaikan|lupakan|hiraukan) (?:semua |seluruh |segala )?(?:aturan|instruksi|perintah|prompt)"
            r"|\b(?:saya|aku|gue|gw|sy) (?:ini |adalah |ini adalah |kan |sebenarnya )?"
            r"(?:pemilik|owner|developer|bos|yang punya|yg punya)\b"
            r"|\b(?:ubah|ganti|setel|jadikan|jadiin|bikin) harga|\bharga(?:nya)? (?:adalah|sekarang(?: jadi)?) (?:rp ?)?\d"
            r"|\bmode developer|\bpura[- ]?pura (?:jadi|menjadi)|\b(?:berperan|bertindak) sebagai|\binstruksi sistem|\bprompt sistem"
        ),
        "removal": (
            r"\bhapus|\bapus(?:in)?\b|\bbuang|\bkeluar(?:in|kan)\b|\bhilang(?:in|kan)\b|\bcoret|\bbatal(?:in|kan)?\b|\bcopot\b"
            r"|\bcancel|\btanpa\b|\bkurang(?:i|in)\b|\bskip\b|\bga(?:jadi|usah)\b|\bkecuali\b|\bselain\b"
            rf"|\b{NOT} (?:usah|jadi|pake|pakai)\b|\bjangan (?:yang|yg|pake|pakai)\b|\bdi(?:hapus|buang|batalin|batalkan)\b"
        ),
        "colors_asked": (
            r"\bwarna(?:nya)? (?:apa|lain|lainnya|laen|yang ada|yg ada|yang lain|yg lain|ada apa|ada berapa)"
            r"|\b(?:ada|pilihan|semua|varian|berapa|brp) warna\b|\bwarnanya\W*$|\bwarna(?:nya)? ada apa"
        ),
        "clear_cart": (
            r"\b(?:kosong(?:in|kan)|bersih(?:in|kan)|reset|clear|hapus|buang) (?:aja |dulu |semua |isi )*"
            r"(?:keranjang|cart|troli|semua|semuanya)(?:nya|ku)?\b(?! (?:kecuali|selain|yang|yg))"
            r"|\b(?:keluarin|keluarkan|batalin|batalkan|cancel|hapus|buang) (?:aja |saja )?"
            r"(?:semua|semuanya|keduanya|dua[- ]?duanya|dua2nya)\b(?! (?:kecuali|selain|yang|yg))"
            r"|\bsemua(?:nya)? (?:di)?(?:hapus|keluarin|buang|batal|cancel)|\b(?:mulai|ulang) (?:lagi )?dari (?:awal|nol)\b"
        ),
        "similar": (
            r"\bmirip(?:nya|an)?\b(?! (?:yang |yg |sama |dengan )?(?:di )?(?:foto|gambar|bahan|asli))"
            r"|\bserupa\b|\bsejenis|\bsemacam (?:ini|itu)|\bkembaran|\balternatif|\bsetipe\b|\bsemodel\b"
            r"|\b(?:kayak|kaya|kyk|seperti) (?:ini|itu|gini|gitu|tadi|yang tadi|yg tadi)\b"
        ),
        "more_goods": (
            r"\b(?:lihat|liat|tunjukin|tampilin|tampilkan|kirim|kirimin|kasih|spill|cari|cariin)(?: \w+){0,2} "
            r"(?:lagi|lainnya|yang lain|yg lain)\b(?! (?:warna|ukuran|size|foto|diskon|promo|info))"
            r"|\b(?:model|pilihan|opsi|produk|barang)(?:nya)? (?:yang |yg )?lain(?:nya)?\b"
            r"|^(?:\w+ )?(?:yang|yg) lain(?:nya)?\b|\bada (?:yang|yg) lain(?:nya)?\b|\bapa lagi\b|\bselain (?:ini|itu)\b"
            rf"|(?<!sudah )(?<!udah )(?<!nya )\bada lagi (?:{NOT}|yang|yg|model|selain)\b|^(?:ada )?lagi{_CALLING}*\W*$"
        ),
        "cheaper": (
            r"\b(?:ada|yang|yg|cari|model|lain|lainnya) (?:\w+ ){0,2}lebih (?:murah|miring|terjangkau|hemat|ekonomis)\b"
            r"(?! (?:di|dari) )|\b(?:ada|cari) (?:yang|yg) murah"
        ),
        "cheapest": r"\btermurah|\bpaling (?:murah|hemat|terjangkau)|\bharga (?:terendah|paling rendah)",
        "dearest": r"\btermahal|\bpaling mahal|\bharga tertinggi",
        "compare": (
            r"\bbedanya\b|\bbeda (?:apa|nya apa|antara)|\bperbeda|\bbanding(?:in|kan|an|annya)\b"
            r"|\b(?:bagusan|mending|mendingan|cakepan|ademan|enakan|tebelan|lucuan) (?:yang |yg )?mana\b"
            r"|\bmana (?:yang |yg )?(?:lebih|paling)\b|\blebih \w+ (?:yang |yg )?mana\b"
            r"|\b(?:bagus|adem|tebal|tebel|tipis|nyaman|awet|ringan|panjang|hangat) (?:yang |yg )?mana\b"
        ),
        "anything": r"\b(?:jual|punya|ada|jualan) apa\b|\bapa(?: aja| saja|pun)\b|\bsesuatu\b|\byg apa\b",
        "gift": r"\bkado|\bhadiah|\bbingkisan|\bhampers|\bseserahan|\bngado",
        "runs_asked": (
            r"\b(?:ukuran|size)(?:nya)? (?:agak|cenderung|emang|memang|termasuk|tergolong|jatuhnya) "
            r"(?:kecil|besar|kekecilan|kebesaran|gede|standar)"
            r"|\b(?:ukuran|size) ?nya (?:standar|standart|standard|normal|real|pas|kecil|besar|kecilan|gede|asia|lokal)\b"
            r"|\breal ?size\b|\bcenderung (?:kecil|besar|kekecilan|kebesaran)|\b(?:naik|turun)(?:in)? (?:satu |1 )?(?:size|ukuran)\b"
        ),
        "length_worry": (
            r"\bkepanjangan|\bkependekan|\bterlalu (?:panjang|pendek)|\bngatung|\bcingkrang"
            r"|\b(?:saya|aku|sy|gue|gw|orangnya|badanku|badannya) (?:\w+ )?(?:pendek|mungil|tinggi)\b(?! ?(?:\d|badan))"
            r"|\b(?:buat|untuk|utk) (?:orang |yang |yg )?(?:pendek|mungil|tinggi)\b(?! ?(?:\d|badan))"
        ),
        "body_figures": (r"\b(?:ukuran|data badan|tinggi|berat)(?: badan)?(?:ku| saya| aku| gue)\b"),
        "usual_size": (
            r"\bbiasa(?:nya)?\b|\bnormalnya\b|\b(?:ukuran|size) (?:saya|aku|ku|gue|sy)\b|\b(?:ukuran|size)ku\b"
            r"|\b(?:saya|aku|sy|gue|gw) (?:selalu |sering |seringnya )?(?:pakai|pake)\b|\bsehari[- ]?hari (?:pakai|pake)\b"
        ),
        "cart_emoji": "[\U0001f6d2\U0001f6cd]",
        "pay_emoji": "[\U0001f4b3\U0001f4b5\U0001f4b0]",
        "both": r"^(?:\w+ ){0,3}(?:dua[- ]?duanya|dua2nya|2[- ]?2nya|keduanya|duanya)\b",
        "take_it": (
            r"^(?:\w+,? ){0,3}(?:ambil|beli|bungkus|angkut|sikat|order|pesan|pesen|checkout)(?:in|kan)? (?:yang |yg )?"
            r"(?:ini|itu|deh|dong|aja|sekarang|ya|satu|1)\b(?! (?:yang|yg|warna|size|ukuran)\b)"
            r"|^(?:\w+,? ){0,2}mau (?:yang |yg )?(?:ini|itu)\b"
            rf"|^(?:(?:oke?|okay|sip|ya|iya|yaudah|fix|jadi),? )*(?:deal|fix|bungkus|angkut|gas|sikat|ambil|jadi){_CALLING}*\W*$"
            r"|^(?:\w+,? ){0,2}cara (?:order|pesan|pesen|beli)(?:nya)?(?: gimana| gmn| kak)*\W*$"
        ),
        # A statement: "mending M atau L?" asks, "mending L deh" changes.
        "second_thought": (
            r"\bralat\b|\bmaksud(?:nya|ku| saya| aku)\b|\bberubah pikiran|\b(?:harusnya|mestinya|seharusnya|maunya)\b"
            r"|\bmending(?:an)?\b(?!.{0,30}\b(?:atau|apa|mana)\b)|\b(?:lebih aman|biar aman|amanan)\b|\bsetelah (?:di)?pikir"
            r"|\bbukan \w+(?: \w+)?,? (?:tapi|maksud|yang|yg)\b"
        ),
        "swap_it": (
            r"\b(?:di)?(?:ganti|tukar|tuker|ubah|rubah)(?:in)?(?:nya| size| ukuran| warna| yang ini| yg ini| ini| itu){0,2} "
            r"(?:jadi|ke|sama|dengan|dgn|pake|pakai|yang|yg)\b"
            r"|\b(?:di)?ganti (?:size |ukuran |warna )?(?:xs|s|m|l|x{1,4}l|\dxl|\d\d)\b|\bjadi(?:in|kan) (?:size |ukuran |warna |yang |yg )"
        ),
        "had_it": (
            rf"\b(?:sudah|udah|udh|sdh|dah) (?:\w+ )?(?:{CAME}|dipakai|dipake|dicoba)\b"
            r"|\b(?:diterima|datang|dateng|nyampe)\b|\b(?:yang|yg) (?:kemarin|kmrn)\b|\b(?:kemarin|kmrn) (?:beli|pesan|pesen|order)\b"
        ),
        "only_this": (
            r"\bjangan (?:chat|wa|hubungi|kirim|kirimin|kabarin)(?: \w+){0,2} (?:selain|yang lain|yg lain|hal lain)\b"
            r"|\b(?:cuma|hanya|cukup) (?:kabarin|kabari|chat|hubungi|info|infoin|wa) (?:\w+ )?(?:soal|tentang|kalau soal) "
            r"(?:pesanan|order|orderan|paket|ini)"
        ),
        "huh": (
            r"^\W*(?:hah|hah apa|apa|apaan|apaan sih|apa sih|maksudnya|maksudnya (?:apa|gimana)|gimana maksudnya)(?: kak| ya)*\W*$"
            rf"|^\W*{NOT} (?:ngerti|paham|mengerti|mudeng){_CALLING}*\W*$"
        ),
        "what_if": (
            r"\b(?:kalau|kalo|klo|misal|misalnya|seandainya)\b.{0,60}\b(?:berapa|brp|jadinya|jadi|totalnya|gimana|gmn)\b"
        ),
        "sale_goods": (
            r"\b(?:yang|yg|barang|produk|koleksi|model|item)\b.{0,40}\b(?:diskon|sale|promo|obral|cuci gudang)\b"
            r"|\b(?:promo|diskon|sale)(?:nya)? apa\b|\bpromo(?:nya)? (?:hari ini|sekarang|minggu ini|bulan ini)"
        ),
        "all_goods": r"\bsemua(?:nya)?\b(?! (?:ukuran|warna)\b)|\bseluruh\b",
        "catalogue": (
            r"\b[ck]atalog(?:ue)?(?:nya)?\b|\b(?:lihat|liat|kirim|minta|tunjukin|kasih lihat)"
            r" semua(?:nya)?(?: (?:dong|ya|kak|koleksi|koleksinya|barang|barangnya)){0,3}\W{0,9}$"
        ),
        "best_sellers": (
            r"\bterlaris|\bpaling (?:laris|laku|favorit|populer|hits|banyak (?:dibeli|dicari|dipesan)|baru)|\bfavorit|\bterfavorit"
            r"|\blagi (?:hits|tren|trend|viral)\b|\bterpopuler|\bterbaru\b|\b(?:barang|koleksi|produk|model) baru\b|\bkeluaran baru"
        ),
        "newest": r"\bterbaru\b|\bpaling baru\b|\b(?:barang|koleksi|produk|model) baru\b|\bkeluaran baru",
        "restock": (
            r"\bada lagi\b|\bready\b|\brestoc?k|\bkabar(?:in|i|kan)?\b|\binfo(?:in|kan)\b|\bkasih (?:tau|tahu)|\bberi ?tahu"
            r"|\bing[ae]t(?:in|kan)\b|\bstok|\btersedia\b|\bcolek"
        ),
        "comes_with": (
            r"\b(?:dapat|dapet|dpt|termasuk|include|sekalian|lengkap) (?:sama |dengan )?\w+"
            r"|\bada \w+(?: \w+)?nya\b|\bbonus(?:nya)?\b"
        ),
        "ask_team": (
            rf"^(?:\w+,? ){{0,2}}(?:tanya|cek)(?:in|kan)?(?: ke)?(?: (?:tim|timnya|admin|adminnya|mereka))?{_CALLING}*\W*$"
            r"|^(?:(?:iya|ya|boleh|oke|ok|tolong),? )*tanya(?:in|kan)\b"
        ),
        "video": r"\bvideo(?:nya)?\b|\bvidio(?:nya)?\b",
        "goes_with": (
            r"\b(?:cocok|masuk|matching|senada|serasi) (?:sama|dengan|dgn|ama)\b|\b(?:paduan|padanan|pasangan)(?:nya)?\b"
            r"|\bdi(?:padu|pasang)(?:in|kan|padankan)?\b|\bdipadupadan|\bmix ?(?:and|n|&)? ?match\b"
        ),
        "wants_notice": (
            r"\bkabar(?:in|i|kan)\b|\binfo(?:in|kan)\b|\bkasih (?:tau|tahu)|\bberi ?tahu|\bing[ae]t(?:in|kan)\b|\bcolek"
            r"|\bchat (?:aku|saya|ya|aja)\b|\bwa (?:aku|saya)\b|\bjapri"
        ),
        "how_measure": r"\b(?:cara|gimana|bagaimana|gmn)(?: cara)? (?:ukur|ngukur|mengukur)",
        # A question, not "kabari kalau sudah ada": that is the wish itself.
        "back_when": (
            r"^(?!.{0,150}\b(?:kabar|info|kasih ta|beri ?ta|ing[ae]t))"
            r".{0,150}\b(?:kapan|kpn)\b.{0,60}\b(?:ada|ready|restoc?k|lagi|tersedia|masuk|stok)"
            r"|\b(?:restoc?k|ready|stok|ada lagi)(?:nya)?(?: lagi)? (?:kapan|kpn)\b"
        ),
    },
    own_cues={
        # Short words that are something else in Hindi, Spanish or English.
        "asking": (
            r"^(?:apa|apakah|bisa|bisakah|boleh|berapa|brp|gimana|bagaimana|gmn|kapan|kpn|kenapa|dimana|dmn)\b"
            rf"|\b(?:{NOT}|kah|bisa|boleh){_CALLING}*\W*$"
        ),
        "either": r"\batau\b|\bato\b|\bantara\b|\bapa\b",
        "one_of_them": r"\b(?:yang|yg)\b(?! (?:ada|ukuran|size|xs|s|m|l|xl|xxl)\b)|\b(?:itu|ini|tadi)\b",
        "anything": r"\bbarang\b",
        "restock": r"\blagi\b",
        "comes_with": r"\bsama \w+",
        "second_thought": r"^eh\b|\beh[, ]",
        "pay_online": r"\bdana\b|\bva\b",
        "how_long": r"\bhari\b|\blama\b",
        "ask_hours": r"\bjam\b",
        "like_stop": (
            r"stop|berhenti|hentikan|setop|unsub|spam|broadcast|\bbc\b|promo|iklan|\bchat|\bwa\b|pesan|hubung|kirim|ganggu"
            r"|risih|langganan|\bkeluar|nomor|blok|\bcukup|notif|jangan|udahan"
        ),
    },
    numbers={
        "satu": 1,
        "dua": 2,
        "tiga": 3,
        "empat": 4,
        "lima": 5,
        "enam": 6,
        "tujuh": 7,
        "delapan": 8,
        "sembilan": 9,
        "sepuluh": 10,
        "sebelas": 11,
        "dua belas": 12,
        "selusin": 12,
        "sebiji": 1,
        "sepotong": 1,
        "keduanya": 2,
    },
    counts=(
        ("more", r"\b{n} lagi\b|\b(?:tambah|nambah)(?:in|kan|i)?(?: lagi| aja| deh| dong)? {n}\b|\bplus {n}\b"),
        ("more", r"\b(?:tambah|nambah)(?:in)? (?:lagi|dong)(?: kak| ya| dong| deh)*$"),
        (
            "less",
            r"\b(?:kurang(?:i|in)|hapus|buang|keluarin|keluarkan|batalin|batalkan|cancel)(?: aja| yang| yg)? {n}\b",
        ),
        ("set", r"\b(?:jadi|jadiin|jadikan|ganti|ubah)(?:nya)?(?: jadi| ke)?(?: jumlahnya)?(?: cuma| hanya)? {n}\b"),
        ("set", r"\b(?:cuma|hanya|cukup) {n}\b|\b{n} (?:aja|saja|doang|cukup)\b"),
        ("set", r"\b(?:mau|ambil|beli|pesan|pesen|order|minta|butuh|perlu)(?: yang| yg| nya| cuma| hanya)? {n}\b"),
        ("set", r"\b{n} (?:pcs|pc|buah|biji|potong|item|helai|pasang|set)\b|\b(?:qty|jumlahnya|jumlah):? ?{n}\b"),
        ("set", r"\bx ?{n}\b|\b{n} ?x$"),
    ),
    before_color="yang |yg |warna |yang warna |yg warna |pcs |pcs warna ",
    weekdays=(
        "senin",
        "selasa",
        "rabu",
        "kamis",
        "jum'?at",
        "sabtu",
        r"(?<!dua )(?<!satu )(?<!akhir )(?<!\d )minggu(?! (?:depan|ini|lalu|lagi))|ahad",
    ),
    near_days={
        0: "hari ini|malam ini|sore ini|siang ini|pagi ini|nanti (?:malam|sore|siang)",
        1: "besok|bsk|esok",
        2: "lusa",
    },
    now="sekarang|skrg|skrang|skg|saat ini",
    weekend="weekend|akhir (?:pekan|minggu)",
    girths={"bust": "dada|ld", "waist": "pinggang|perut", "hip": "pinggul"},
    number_marks=r"nomor|nomer|opsi|pilihan|(?:yang|yg) ke-?|yang|yg|ke-",
    pay_names={
        "cash_on_delivery": r"bayar (?:di )?(?:tempat|rumah)",
        "installments": r"cicil\w*|nyicil|pay ?later|spaylater|kredivo|akulaku|dp dulu|bayar (?:setengah|separuh|separo|sebagian)",
        "bank_transfer": r"transfer(?: bank)?|tf|rekening|virtual account",
    },
    absent=frozenset({"tidak ada", "tdk ada", "tidak", "tanpa", "tak ada", "nggak ada"}),
    sleeveless=frozenset({"tanpa lengan", "buntung", "lengan buntung", "kutung"}),
)
