"""Two reviewers judge doubtful pairs blind, and an officer joins businesses and takes it back."""

import re

import pytest
from playwright.sync_api import Page, expect

import lists
from test_every_page import barriers, too_wide

PAIR = re.compile(r"/office/review/[0-9a-f-]+/[0-9a-f-]+")


def shown_pair(page: Page) -> str:
    """The address of the pair that is shown."""
    return page.locator("#answers").get_attribute("action")


def test_a_pair_is_answered_by_one_key_and_its_score_shown_only_then(open_page):
    reviewer = open_page("reviewer")
    reviewer.goto("/office/review")
    first = shown_pair(reviewer)
    assert "%" not in reviewer.locator("main").inner_text()
    expect(reviewer.locator("button kbd").first).to_be_visible()

    # Skipped by key; behind the last pair the queue begins again.
    reviewer.keyboard.press("4")
    expect(reviewer).to_have_url(re.compile(r"\?after="))
    assert shown_pair(reviewer) != first

    # Switched off, a key does nothing.
    reviewer.uncheck("#keys")
    reviewer.keyboard.press("3")
    expect(reviewer.locator("button kbd").first).to_be_hidden()
    expect(reviewer).to_have_url(re.compile(r"\?after="))
    reviewer.check("#keys")

    second = shown_pair(reviewer)
    reviewer.keyboard.press("3")
    expect(reviewer).to_have_url(re.compile(re.escape(second)))
    expect(reviewer.locator("main")).to_contain_text("Jawabanmu tersimpan.")
    expect(reviewer.locator("main")).to_contain_text("Pendapat mesin")
    expect(reviewer.locator("main .chart")).to_be_visible()
    reviewer.keyboard.press("4")
    expect(reviewer.locator("#answers button").first).to_be_visible()
    assert shown_pair(reviewer) not in (first, second)


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_two_who_disagree_leave_it_to_an_arbiter(open_page, scripts):
    reviewer = open_page("reviewer", width=360, scripts=scripts)
    officer = open_page("officer", width=360, scripts=scripts)
    reviewer.goto("/office/review")
    pair = shown_pair(reviewer)
    reviewer.click("button[value=not-same]")
    expect(reviewer.locator("main")).to_contain_text("Perlu satu pemeriksa lagi.")
    officer.goto(pair)
    assert "Hendra" not in officer.locator("main").inner_text()
    officer.click("button[value=same]")
    expect(officer.locator("main")).to_contain_text("Seorang penengah yang memutuskan.")
    expect(officer.locator("main")).to_contain_text("Hendra")
    if scripts:
        assert too_wide(officer) + barriers(officer) == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_answers_are_in_reach_of_a_thumb(open_page, language):
    page = open_page("officer", width=360)
    page.goto("/office/review")
    page.click(f"footer a[hreflang={language}]")
    # The answers stay in sight while the rows are read.
    for place in ["0", "document.body.scrollHeight / 3"]:
        page.evaluate(f"scrollTo(0, {place})")
        boxes = [one.bounding_box() for one in page.locator("#answers > :visible").all()]
        assert len(boxes) == 4
        for box in boxes:
            assert box["height"] >= 44 and box["width"] >= 44
            assert 370 <= box["y"] and box["y"] + box["height"] <= 740
    assert too_wide(page) + barriers(page) == []


def test_two_businesses_are_joined_and_parted_again(open_page):
    officer, anybody = open_page("officer", width=360), open_page()
    anybody.goto("/")
    distinct = lists.figure(anybody, "m2")
    officer.goto("/office/names/ID/distinct")
    rows = officer.locator("main tbody a")
    kept, gone = rows.nth(0).get_attribute("href"), rows.nth(1).get_attribute("href")

    officer.goto(kept)
    officer.click("main a[href$='/merge']")
    assert too_wide(officer) + barriers(officer) == []
    officer.fill("#q", gone.rsplit("/", 1)[1])
    officer.click("main form button")
    expect(officer.locator("h1")).to_have_text("Gabungkan dua usaha ini?")
    assert too_wide(officer) + barriers(officer) == []
    officer.fill("#reason", "Satu dapur, satu pemilik")
    officer.click("main form button")
    expect(officer).to_have_url(re.compile(re.escape(kept)))
    expect(officer.locator("main")).to_contain_text("Kedua usaha sudah digabung.")
    expect(officer.locator("main")).to_contain_text("Satu dapur, satu pemilik")
    assert too_wide(officer) + barriers(officer) == []
    officer.goto(gone)
    expect(officer).to_have_url(re.compile(re.escape(kept)))
    anybody.reload()
    assert lists.figure(anybody, "m2") == distinct - 1

    officer.click("main a[href*='/office/merges/']")
    assert too_wide(officer) + barriers(officer) == []
    officer.click("main form button")
    expect(officer.locator("main")).to_contain_text("Sudah dibatalkan.")
    officer.goto(gone)
    expect(officer).to_have_url(re.compile(re.escape(gone)))
    anybody.reload()
    assert lists.figure(anybody, "m2") == distinct
