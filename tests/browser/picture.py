"""python -m tests.browser.picture ADDRESS FILE PASSWORD: the themed summary as the sample's manager sees it."""

import sys

from playwright.sync_api import sync_playwright

from tests.browser.chromium import find_chromium

SIZE = {"width": 1000, "height": 1250}  # pixels: the figures and the first theme
PATIENCE = 10_000  # milliseconds for the server to start


def take(address, file, password):
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=find_chromium()).new_page(viewport=SIZE, locale="en-GB")
        wait_for(page, f"{address}/accounts/login/")
        page.get_by_label("Username").fill("manager")
        page.get_by_label("Password").fill(password)
        page.get_by_role("main").get_by_role("button", name="Sign in").click()
        page.get_by_role("link", name="Themed summary").click()
        page.get_by_role("heading", level=1, name="Themed summary").wait_for()
        page.screenshot(path=file)


def wait_for(page, address):
    for _ in range(PATIENCE // 100):
        try:
            return page.goto(address)
        except Exception as error:
            if "ERR_CONNECTION_REFUSED" not in str(error):
                raise
            page.wait_for_timeout(100)
    raise SystemExit(f"{address} does not answer.")


if __name__ == "__main__":
    take(*sys.argv[1:])
