"""From an application on a phone to a certificate that is checked without a network."""

import re
import subprocess

from playwright.sync_api import Page, expect

from test_every_page import barriers, too_wide


def code_on(page: Page, tmp_path) -> str:
    """What the code on the page holds, as zbar reads it from a picture of it."""
    picture = tmp_path / "code.png"
    page.locator("main svg[role=img]").first.screenshot(path=picture)
    return subprocess.run(["zbarimg", "--quiet", "--raw", picture], check=True, capture_output=True, text=True).stdout.strip()


def apply(page: Page, cohort: str, name: str, phone: str) -> None:
    page.goto(f"/classes/{cohort}")
    page.fill("#name", name)
    page.fill("#phone", phone)
    page.fill("#region", "Kota Ambon")
    page.fill("#birth", "1988-04-03")
    page.check("#consent")
    page.click("#apply button")
    expect(page.locator("h1")).to_have_text(name)


def test_somebody_applies_attends_and_holds_a_certificate(open_page, tmp_path):
    officer, phone = open_page("officer"), open_page(width=360)

    # A class for today.
    officer.goto("/office/programmes/bakti")
    assert too_wide(officer) + barriers(officer) == []
    officer.fill("#name", "Kelas peramban")
    officer.fill("#code", "kelas-peramban")
    officer.fill("#region", "81.71")
    officer.click("#open button")
    expect(officer).to_have_url(re.compile("/office/classes/kelas-peramban"))
    officer.select_option("#session select", "kelas")
    officer.fill("#session input[name=title]", "Foto dan harga")
    officer.fill("#session input[name=starts]", "2026-01-05T09:00")
    officer.fill("#session input[name=place]", "Balai Kota")
    officer.click("#session button")
    expect(officer.locator("main")).to_contain_text("Foto dan harga")

    apply(phone, "kelas-peramban", "Maria Latuconsina", "081298765001")
    expect(phone.locator("main")).to_contain_text("Keadaan: Diterima")
    assert too_wide(phone) + barriers(phone) == []
    card = phone.url
    assert code_on(phone, tmp_path) in card

    # The trainer shows the code, the phone reads it.
    officer.click("a:has-text('Foto dan harga')")
    session = officer.url
    officer.click("a:has-text('Tampilkan kode')")
    phone.goto(code_on(officer, tmp_path))
    expect(phone.locator("main")).to_contain_text("Tercatat.")
    officer.goto(session)
    expect(officer.locator("table")).to_contain_text("Hadir")
    assert too_wide(officer) + barriers(officer) == []

    officer.goto("/office/classes/kelas-peramban")
    officer.click("button:has-text('Tutup tahap ini')")
    officer.click("button:has-text('Terbitkan sertifikat')")
    expect(officer.locator("main")).to_contain_text("Sertifikat terbit.")

    phone.goto(card)
    phone.click("a:has-text('Buka sertifikat')")
    expect(phone.locator("main")).to_contain_text("Sertifikat ini asli dan berlaku.")
    assert too_wide(phone) + barriers(phone) == []
    address = code_on(phone, tmp_path)
    assert "/check#NK1:" in address
    with phone.expect_download() as download:
        phone.click("a:has-text('PDF')")
    paper = tmp_path / "certificate.pdf"
    download.value.save_as(paper)
    words = subprocess.run(["pdftotext", "-layout", paper, "-"], check=True, capture_output=True, text=True).stdout
    assert "Maria Latuconsina" in words
    subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", paper, tmp_path / "certificate"], check=True)
    printed = subprocess.run(
        ["zbarimg", "--quiet", "--raw", tmp_path / "certificate.png"], check=True, capture_output=True, text=True).stdout.strip()
    assert printed == address

    # A stranger's browser checks it, also without a network once the page was opened.
    stranger = open_page(width=360)
    stranger.goto(address)
    answer = stranger.locator("#answer")
    expect(answer).to_contain_text("Sertifikat ini asli dan berlaku.")
    expect(answer).to_contain_text("Maria Latuconsina")
    assert too_wide(stranger) + barriers(stranger) == []
    stranger.wait_for_function("navigator.serviceWorker.getRegistration().then(r => r && r.active !== null)", timeout=15000)
    stranger.reload()
    stranger.context.set_offline(True)
    stranger.goto("/check")
    compact = address.split("#")[1]
    for text, words in [
        (compact, "asli dan berlaku"), (compact[:-9] + ("A" if compact[-9] != "A" else "B") + compact[-8:], "diubah atau palsu"),
        ("NK1:ABC", "tidak terbaca"),
    ]:
        stranger.fill("#certificate", text)
        stranger.click("main form button")
        expect(answer).to_contain_text(words)
    stranger.context.set_offline(False)

    # Taken back, it is so for everybody who has the newest list.
    officer.goto("/office/classes/kelas-peramban")
    officer.fill("input[name=number]", "1")
    officer.fill("input[name=reason]", "Nama tertukar")
    officer.click("button:has-text('Cabut sertifikat')")
    expect(officer.locator("main")).to_contain_text("Sertifikat dicabut.")
    stranger.goto("/check")
    stranger.fill("#certificate", compact)
    stranger.click("main form button")
    expect(answer).to_contain_text("dicabut pada")
    expect(answer).to_contain_text("Nama tertukar")
