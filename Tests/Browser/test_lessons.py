"""Lessons on a phone: read, answered, answered without a network, and taken along in one file."""

import re
import zipfile

from playwright.sync_api import Page, expect

from test_every_page import barriers, too_wide

COURSE = "/belajar/jualan-online-dari-nol"


def answer_rightly(page: Page) -> None:
    """Chooses what the page itself says is right."""
    for field in page.locator("form.questions fieldset").all():
        kind, right = field.get_attribute("data-kind"), field.get_attribute("data-right")
        if kind == "number":
            field.locator("input").fill(right)
        else:
            for place in right.split(","):
                field.locator(f"input[value='{place}']").check()


def test_a_course_is_read_and_answered_on_a_phone(open_page):
    page = open_page(width=360)
    page.goto("/belajar")
    assert too_wide(page) + barriers(page) == []
    page.click("a:has-text('Mulai belajar') >> nth=-1")
    expect(page.locator("h1")).to_have_text("Jualan online dari nol")
    assert too_wide(page) + barriers(page) == []
    weight = 0

    def weigh(answer):
        nonlocal weight
        weight += len(answer.body())

    page.on("response", weigh)
    page.goto(f"{COURSE}/1")
    page.wait_for_load_state("networkidle")
    assert 0 < weight <= 100_000
    assert all(page.evaluate("Array.from(document.querySelectorAll('.lesson img'), image => image.naturalWidth > 0)"))
    assert too_wide(page) + barriers(page) == []

    answer_rightly(page)
    page.click("text=Periksa jawaban")
    expect(page.locator(".result")).to_have_text(re.compile(r"(\d+) / \1 \(100 %\)"))
    # Nobody is known here, so that the phone keeps the result and says so.
    expect(page.locator("[data-state=nobody]")).to_be_visible()
    assert too_wide(page) + barriers(page) == []


def test_answers_without_a_network_are_sent_once_there_is_one(open_page):
    page = open_page("facilitator", width=360)
    page.goto(f"{COURSE}/2")
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    answer_rightly(page)
    page.click("text=Periksa jawaban")
    expect(page.locator("[data-state=waiting]")).to_be_visible()
    assert page.evaluate("JSON.parse(localStorage.getItem('naik-kelas-results')).length") == 1
    page.context.set_offline(False)
    expect(page.locator("[data-state=sent]")).to_be_visible()
    assert page.evaluate("JSON.parse(localStorage.getItem('naik-kelas-results')).length") == 0
    page.goto(COURSE)
    expect(page.locator("table").first.locator("tr", has_text="2.").locator("td").last).to_contain_text("100")


def test_without_a_script_answers_are_marked_too(open_page):
    page = open_page(width=360, scripts=False)
    page.goto(f"{COURSE}/1")
    page.locator("form.questions fieldset").first.locator("input").first.check()
    page.click("text=Periksa jawaban")
    expect(page.locator("#questions")).to_contain_text("benar.")
    assert page.locator(".explanation:visible").count() > 3


def test_a_course_in_one_file_marks_itself_and_hands_its_results_over(open_page, tmp_path):
    page = open_page("facilitator", width=360)
    page.goto(COURSE)
    with page.expect_download() as download:
        page.click("text=Unduh kursus")
    download.value.save_as(tmp_path / "course.zip")
    with zipfile.ZipFile(tmp_path / "course.zip") as archive:
        archive.extractall(tmp_path)
    index = next(tmp_path.glob("*/index.html"))

    page.goto(index.as_uri())
    expect(page.locator("li a")).to_have_count(9)
    page.click("li a >> nth=2")
    assert all(page.evaluate("Array.from(document.querySelectorAll('img'), image => image.naturalWidth > 0)"))
    assert too_wide(page) == []
    answer_rightly(page)
    page.click("button")
    expect(page.locator(".result")).to_contain_text("(100 %)")
    page.click(".send a")

    # The site finds results of nobody in particular, and asks whose they are.
    expect(page).to_have_url(re.compile("/belajar/kirim"))
    page.click("#claim")
    expect(page.locator("[data-state=sent]")).to_be_visible()
    assert too_wide(page) + barriers(page) == []
    page.goto(COURSE)
    expect(page.locator("table").first.locator("tr", has_text="3.").locator("td").last).to_contain_text("100")
