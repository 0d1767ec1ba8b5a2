"""Lists of made-up persons, with the slips that lists have."""

import csv
import random

GIVEN = "ahmad budi citra dewi eko fitri gunawan hesti indra joko kartika lestari maya nanda oki putri rudi sari taufik umar wati yusuf siti muhammad".split()
FAMILY = "santoso wijaya siregar nasution hidayat pratama saputra lubis ginting wibowo rahayu susanto kurniawan permata utami tanjung pohan manurung".split()
PLACES = "Kab. Sleman|Kota Surabaya|Kab. Kudus|Kota Medan|Kab. Bandung|Kota Makassar|Kab. Lombok Timur|Kota Jayapura".split("|")


def slip(chance, text):
    """A letter wrong, missing, too many, or two swapped."""
    place = chance.randrange(len(text))
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz0123456789")
    return chance.choice([
        text[:place] + letter + text[place + 1:], text[:place] + text[place + 1:], text[:place] + letter + text[place:],
        text[:place] + text[place:place + 2][::-1] + text[place + 2:],
    ])


def write_persons(path, seed, people):
    """People, a third of them a second time with slips and gaps."""
    chance = random.Random(seed)
    rows = []
    for number in range(people):
        person = [
            chance.choice(GIVEN) + chance.choice(["", "", "", " " + chance.choice(GIVEN)]), chance.choice(FAMILY),
            f"{chance.randrange(1950, 2005)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
            chance.choice(PLACES), f"08{chance.randrange(10**8, 10**10)}", f"{chance.choice(GIVEN)}{chance.randrange(10000)}@contoh.example",
        ]
        rows.append(person)
        if chance.random() < 0.35:
            again = [slip(chance, cell) if chance.random() < 0.2 and len(cell) > 3 and column != 3 else cell for column, cell in enumerate(person)]
            rows.append([("" if chance.random() < 0.08 else cell) for cell in again])
    with open(path, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["id", "given", "family", "born", "regency", "phone", "email"])
        out.writerows([number, *row] for number, row in enumerate(rows))


PERSONS = {"id": ["id"], "fields": {
    "given": {"kind": "given-name"}, "family": {"kind": "family-name"}, "born": {"kind": "date"}, "regency": {"kind": "place"},
    "phone": {"kind": "phone"}, "email": {"kind": "email"}}}

BUSINESSES = {"id": ["shop_id", "ID Toko", "merchant_id", "Kode UMKM", "ID Peserta"], "fields": {
    "business": {"kind": "business", "columns": ["shop_name", "Nama Toko", "merchant_name", "Nama Usaha"]},
    "owner": {"kind": "person", "columns": ["owner_name", "Nama Pemilik", "owner", "Nama Lengkap"]},
    "phone": {"kind": "phone", "columns": ["phone", "No. HP", "No. Telp/HP", "No. WhatsApp"]},
    "regency": {"kind": "place", "columns": ["city", "Kota/Kabupaten", "Kabupaten/Kota"]},
    "address": {"kind": "address", "columns": ["address", "Alamat", "Alamat Usaha", "Alamat Domisili"]}}}

BUSINESS_LISTS = ["shopee.csv", "tokopedia.csv", "gofood.tsv", "dinas-koperasi.xlsx", "dts.csv"]
