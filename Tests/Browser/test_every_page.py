"""Every page fits a phone and a desk in both themes, can be used by everybody, and is light."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import lists

PUBLIC = [
    "/", "/?partner=shopee", "/regions/32", "/regions/32.73", "/regions/94", "/definitions", "/bulletins", "/design", "/sign-in",
    "/sign-in/staff", "/programmes", "/classes/bakti-3", "/check", "/ruang",
    "/belajar", "/belajar/jualan-online-dari-nol", "/belajar/jualan-online-dari-nol/2", "/belajar/kirim",
]
OFFICE = [
    "/office", "/office/register", "/office/imports", "/office/imports/new", "/office/search", "/office/search?q=kopi", "/office/search?q=tidakadasamasekali",
    "/office/names/ID/selling", "/office/names/94/exporting", "/office/review",
    "/office/programmes", "/office/people", "/office/people?region=32", "/office/programmes/gonusantara", "/office/classes/umkm-go-online-2", "/office/classes/digital-talent-scholarship-1",
    "/office/training-effect", "/office/live",
]


@pytest.fixture(scope="session")
def addresses(desk, samples):
    """The pages of one import, one business and one bulletin."""
    page = desk.open("officer")
    summary = lists.send(page, "gofood", samples / "gofood.tsv")
    lists.try_out(page, summary)
    lists.store(page, summary)
    tried = lists.send(page, "dts", samples / "dts.csv")
    lists.try_out(page, tried)
    page.goto("/office/names/ID/selling")
    business = page.locator("main tbody a").first.get_attribute("href")
    page.goto("/bulletins")
    bulletin = page.locator("main tbody a").last.get_attribute("href")
    page.context.close()
    return [summary, f"{tried}/mapping", f"{tried}/dry-run", business, f"{business}/merge?q=warung", bulletin]


def too_wide(page) -> list:
    """What stands out on the right, if the page has to be moved sideways."""
    width = page.viewport_size["width"]
    if page.evaluate("document.documentElement.scrollWidth") <= width:
        return []
    return page.evaluate(
        """limit => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > limit + 1)
            .slice(0, 3).map(e => e.outerHTML.slice(0, 120))""", width) or ["something"]


def barriers(page) -> list:
    """What axe finds that keeps somebody out."""
    return [
        (rule["id"], [node["html"][:160] for node in rule["nodes"][:3]]) for rule in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_fits_and_can_be_used_by_everybody(open_page, addresses, width, theme):
    visits = [(None, PUBLIC), ("officer", OFFICE + addresses), ("administrator", ["/office/users"])]
    problems = {}
    for role, paths in visits:
        page = open_page(role, width=width, theme=theme)
        for path in paths:
            page.goto(path)
            expect(page.locator("h1")).to_be_visible()
            # What a page is made of is the same at every width; only colours differ by theme.
            found = too_wide(page) + (barriers(page) if width == 360 else [])
            if found:
                problems[path] = found
    assert not problems, "\n".join(f"{path}: {found}" for path, found in problems.items())


def test_the_page_of_what_is_missing_says_where_to_go(open_page):
    page = open_page(width=360)
    page.goto("/tidak/ada")
    expect(page.locator("h1")).to_have_text("Halaman tidak ada")
    assert too_wide(page) + barriers(page) == []
    # The browser counts what is missing among its errors.
    page.mistakes.clear()


def test_the_dashboard_can_be_walked_with_the_keyboard(open_page):
    page = open_page()
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#content$"))


def weigh(page, path) -> int:
    """The bytes that come over the wire for a page, headers included."""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    sizes: list[float] = []
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(path, wait_until="networkidle")
    network.detach()
    return round(sum(sizes))


def test_pages_are_light(open_page, record_property):
    page = open_page()
    first = weigh(page, "/")
    record_property("first", first)
    assert 10_000 < first <= 50_000
    weights = {path: weigh(page, path) for path in ["/regions/32", "/regions/32.73", "/definitions", "/bulletins", "/sign-in"]}
    record_property("later", weights)
    assert max(weights.values()) <= 15_000, weights
