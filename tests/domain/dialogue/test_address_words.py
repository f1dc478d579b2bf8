import pytest

from leadnurturebot.domain.dialogue.words.address_words import forgets_address


@pytest.mark.parametrize("words", [
    "forget my address", "please delete my saved address", "don't save my address", "stop storing my delivery address",
    "olvida mi dirección", "borra mi direccion por favor", "no guardes mi dirección",
    "esquece meu endereço", "apaga o meu endereço", "não guarda meu endereço",
    "mera address bhool jao", "address delete kar do", "pata save mat karo", "मेरा पता भूल जाओ", "पता हटा दीजिए", "एड्रेस सेव मत करना",
    "hapus alamat saya", "lupakan alamatku", "jangan simpan alamat saya ya",
])  # fmt: skip
def test_it_is_to_be_forgotten(words: str) -> None:
    assert forgets_address(words)


@pytest.mark.parametrize("words", [
    "delete my data", "change my address", "what is your address", "i forgot to give my address to you, it is 5 Main St",
    "remove the dress from my cart", "¿cuál es la dirección?", "cambia mi dirección", "muda meu endereço",
    "alamat tokonya di mana?", "address badalna hai", "मेरा पता बदलना है", "save my address please",
])  # fmt: skip
def test_it_is_not(words: str) -> None:
    assert not forgets_address(words)
