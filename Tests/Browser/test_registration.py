"""Somebody of the programme registers a business and is told when it is known already."""

import re

import pytest
from playwright.sync_api import Page, expect

import lists
from test_every_page import barriers, too_wide

BUSINESS = re.compile(r"/office/businesses/[0-9a-f-]+$")


def fill_in(page: Page, business: str, owner: str, phone: str) -> None:
    page.goto("/office/register")
    page.fill("#business", business)
    page.fill("#owner", owner)
    page.fill("#phone", phone)
    page.fill("#regency", "Kota Bandung")
    page.fill("#products", "rempeyek")
    page.check("#consent")
    page.click("main form button")


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_business_is_registered_once_and_then_known(open_page, scripts):
    officer, anybody = open_page("officer", width=360, scripts=scripts), open_page()
    anybody.goto("/")
    claimed, distinct = lists.figure(anybody, "m1"), lists.figure(anybody, "m2")
    owner, phone = ("Ratna Kusumawati", "081355500021") if scripts else ("Wahyuni Puspita", "081355500022")
    business = f"Rempeyek Kacang {owner.split()[1]}"

    fill_in(officer, business, owner, phone)
    expect(officer.locator("h1")).to_have_text("Usaha ini belum dikenal")
    officer.click("button[value=new]")
    expect(officer).to_have_url(BUSINESS)
    expect(officer.locator("h1")).to_have_text(business)
    address = officer.url

    fill_in(officer, business.replace("Rempeyek", "Peyek"), owner, phone)
    expect(officer.locator("h1")).to_have_text("Apakah usaha ini?")
    card = officer.locator("main form section", has_text=business).first
    expect(card).to_contain_text("nomor HP sama (+")
    expect(officer.locator("main form section").first).not_to_contain_text(phone[3:])
    if scripts:
        assert too_wide(officer) + barriers(officer) == []
    card.locator("button").click()
    expect(officer).to_have_url(address)
    expect(officer.locator("main")).to_contain_text("Tersimpan pada usaha yang sudah dikenal.")

    # Both rows side by side, with what differs marked.
    officer.click("main a[href*='/office/claims/']")
    expect(officer.locator("h1")).to_have_text("Dua baris dibandingkan")
    expect(officer.locator("mark").first).to_be_visible()
    if scripts:
        assert too_wide(officer) + barriers(officer) == []

    anybody.reload()
    assert (lists.figure(anybody, "m1"), lists.figure(anybody, "m2")) == (claimed + 2, distinct + 1)


def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(open_page):
    officer = open_page("officer", width=360)
    officer.goto("/office/register")
    officer.fill("#business", "Warung Bu Tini")
    officer.fill("#owner", "Tini Sumiati")
    officer.fill("#phone", "0812")
    officer.fill("#regency", "Bandung")
    officer.check("#consent")
    officer.click("main form button")
    expect(officer.locator("#phone-error")).to_be_visible()
    expect(officer.locator("#regency-error")).to_contain_text("Kota Bandung")
    expect(officer.locator("#owner")).to_have_value("Tini Sumiati")
    expect(officer.locator("#consent")).to_be_checked()
    assert too_wide(officer) + barriers(officer) == []
    # The browser counts a refusal among its errors.
    officer.mistakes.clear()
