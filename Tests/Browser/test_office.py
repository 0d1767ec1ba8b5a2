"""What the office is for, besides lists."""

import re

import pytest
from playwright.sync_api import expect

import lists


def test_the_name_behind_a_figure_can_be_opened(open_page, desk):
    officer = open_page("officer")
    officer.goto("/")
    distinct = lists.figure(officer, "m2")
    officer.click(".numbers .m2 .big a")
    expect(officer).to_have_url(re.compile("/office/names/ID/distinct"))
    expect(officer.locator("main .lead")).to_contain_text(f"{distinct:,}".replace(",", "."))
    business = officer.locator("main tbody a").first
    name = business.inner_text()
    business.click()
    expect(officer.locator("h1")).to_have_text(name)
    # Who read it is written on it.
    expect(officer.locator("main")).to_contain_text(desk.server.accounts["officer"].name)


def test_a_bulletin_is_frozen(open_page):
    officer = open_page("officer")
    officer.goto("/")
    distinct = officer.locator(".numbers .m2 .big").inner_text()
    officer.goto("/bulletins")
    officer.fill("#title", "Buletin percobaan")
    officer.click("main form button")
    expect(officer.locator("h1")).to_have_text("Buletin percobaan")
    expect(officer.locator(".numbers .m2 .big")).to_have_text(distinct)
    reader = open_page()
    reader.goto("/bulletins")
    reader.click("text=Buletin percobaan")
    expect(reader.locator(".numbers .m2 .big")).to_have_text(distinct)


def test_whoever_signs_out_is_out(open_page, desk):
    page = open_page()
    desk.sign_in("auditor", page)
    page.click("header form button")
    expect(page.locator("main")).to_contain_text("Anda sudah keluar.")
    page.goto("/office")
    expect(page).to_have_url(re.compile("/sign-in/staff"))


def test_an_account_is_added_and_its_secret_shown_once(open_page):
    administrator = open_page("administrator")
    administrator.goto("/office/users")
    administrator.fill("#name", "Ni Luh Ayu Kartini")
    administrator.select_option("#role", "officer")
    administrator.fill("#account", "niluh")
    administrator.fill("#region", "Jawa Barat")
    administrator.click("#add form button")
    expect(administrator.locator("main code").first).to_have_text("niluh")
    administrator.goto("/office/users")
    row = administrator.locator("tr", has_text="Ni Luh Ayu Kartini")
    expect(row).to_contain_text("Jawa Barat")
    expect(administrator.locator("main code")).to_have_count(0)
    row.locator("button").click()
    expect(administrator.locator("tr", has_text="Ni Luh Ayu Kartini").locator("button")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_language_and_theme_stay_as_chosen(open_page, scripts):
    page = open_page(scripts=scripts)
    page.goto("/regions/32")
    page.click("footer a[hreflang=en]")
    expect(page).to_have_url(re.compile("/regions/32$"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.click("footer a[href*='theme:dark']")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("h1")).to_contain_text("Small businesses online in Indonesia")
