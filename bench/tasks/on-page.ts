// The parts of a page of runs, by what a person reads there.
import type { Locator, Page } from "@playwright/test";

export const runs = (page: Page): Locator => page.getByRole("table", { name: "Runs" });
export const row = (page: Page, name: RegExp): Locator => runs(page).getByRole("row", { name });
export const chart = (page: Page, name: string): Locator =>
  page.getByRole("article", { name, exact: true });
export const heading = (page: Page, hasText: RegExp): Locator =>
  page.getByRole("heading", { level: 1 }).filter({ hasText });
export const status = (page: Page, hasText: RegExp): Locator =>
  page.getByRole("region", { name: "Runs" }).getByRole("status").filter({ hasText }).first();
export const filter = (page: Page): Locator => page.getByRole("combobox", { name: "Filter runs" });

/** Waits until it can be seen. */
export const seen = (answer: Locator): Promise<void> => answer.waitFor({ state: "visible" });

/** Waits until what is typed goes there. */
export async function ready(field: Locator): Promise<void> {
  await field.and(field.page().locator(":focus:not([readonly])")).waitFor();
}
