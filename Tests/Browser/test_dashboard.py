"""What anybody sees who opens the address."""

import json

import pytest


def indonesian(number: int) -> str:
    return f"{number:,}".replace(",", ".")


@pytest.fixture(scope="session")
def report(server):
    """The count as the command tells it."""
    return json.loads(server.run("report", "progress", "--format", "json"))


def test_the_dashboard_shows_the_count_that_the_command_tells(page, report):
    page.goto("/")
    text = page.locator("main").inner_text()
    for figure in ("claimed", "distinct", "onboard", "selling"):
        assert indonesian(report[figure]) in text, figure


def test_the_dashboard_speaks_english_when_asked(page):
    page.goto("/")
    page.locator("a", has_text="English").first.click()
    assert page.locator("html").get_attribute("lang") == "en"


def test_no_page_is_wider_than_a_small_phone(page):
    page.set_viewport_size({"width": 360, "height": 740})
    for path in ("/", "/definitions", "/sign-in", "/sign-in/staff"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
