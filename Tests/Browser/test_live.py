"""A live room: a poll and a question reach everybody's screen without a reload."""

import re

from playwright.sync_api import expect

from test_every_page import barriers, too_wide


def come_in(page, code: str, name: str) -> None:
    page.goto("/ruang")
    page.fill("main form input[type=text]", code.lower())
    page.click("main form button")
    page.fill("#name", name)
    page.check("#consent")
    page.click("main form button")
    expect(page.locator("h1")).to_have_text("Jualan online dari nol")


def test_a_poll_and_a_question_reach_everybody(open_page):
    trainer, wall = open_page("officer"), open_page()
    sri, budi = open_page(width=360), open_page(width=360)
    trainer.goto("/office/live")
    assert too_wide(trainer) + barriers(trainer) == []
    trainer.fill("#title", "Jualan online dari nol")
    trainer.click("main form button")
    expect(trainer).to_have_url(re.compile(r"/ruang/[0-9A-Z]{6}/pemandu"))
    code = re.search(r"/ruang/([0-9A-Z]{6})/", trainer.url)[1]
    wall.goto(f"/ruang/{code}/layar")
    expect(wall.locator(".code")).to_have_text(f"{code[:3]} {code[3:]}")

    come_in(sri, code, "Sri")
    come_in(budi, code, "Budi")
    expect(wall.locator(".people")).to_have_text("2")

    trainer.click("summary:has-text('Jajak pendapat')")
    trainer.fill("#question", "Apa jualanmu?")
    trainer.fill("#option0", "Makanan")
    trainer.fill("#option1", "Kerajinan")
    trainer.click("details form button")
    for page in (sri, budi, wall):
        expect(page.locator("#poll .question")).to_have_text("Apa jualanmu?")
    sri.click("#answer button:has-text('Makanan')")
    budi.click("#answer button:has-text('Kerajinan')")
    for page in (sri, budi, wall, trainer):
        expect(page.locator("#poll .answers")).to_have_text("2")

    sri.fill("#text", "Bagaimana menghitung ongkir?")
    sri.click("#ask button")
    expect(budi.locator("#questions")).to_contain_text("Bagaimana menghitung ongkir?")
    budi.click("#questions form.vote button")
    expect(wall.locator("#questions .votes").first).to_have_text("1")
    for page in (sri, budi, wall, trainer):
        assert too_wide(page) + barriers(page) == []
