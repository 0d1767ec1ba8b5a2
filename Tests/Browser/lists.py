"""How an officer brings in a partner's list, step by step through the pages."""

import pathlib
import re

from playwright.sync_api import Page, expect

PATIENCE = 60_000  # milliseconds until a few hundred rows are read on a busy machine


def figure(page: Page, mark: str) -> int:
    """One of the big figures of the dashboard, by its mark."""
    text = page.locator(f".numbers .{mark} .big").inner_text()
    return int(text.replace(".", "").replace(",", ""))


def send(page: Page, partner: str, file: pathlib.Path) -> str:
    """Sends a file and returns the address of its import."""
    page.goto("/office/imports")
    page.click("main a[href='/office/imports/new']")
    page.select_option("#partner", partner)
    page.set_input_files("#file", file)
    page.click("main form button")
    expect(page).to_have_url(re.compile(r"/office/imports/[0-9a-f-]+/mapping$"))
    return page.url.removesuffix("/mapping")


def try_out(page: Page, address: str) -> None:
    """Confirms the columns as they were recognised and waits for the dry run."""
    page.goto(f"{address}/mapping")
    page.click("main form button")
    expect(page).to_have_url(f"{address}/dry-run", timeout=PATIENCE)


def store(page: Page, address: str) -> None:
    """Imports what was tried out and waits until it is done."""
    page.goto(f"{address}/dry-run")
    page.click("main form button")
    expect(page).to_have_url(address)
    expect(page.locator("main a[href='/']")).to_be_visible(timeout=PATIENCE)
