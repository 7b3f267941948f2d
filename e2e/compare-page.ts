// The parts of a project's page, by what a person reads there.
import { expect, type Page } from "@playwright/test";

export const runs = (page: Page) => page.getByRole("region", { name: "Runs" });
export const count = (page: Page) =>
  runs(page).getByRole("status").filter({ hasText: /runs?/ }).first();
export const table = (page: Page) => page.getByRole("table", { name: "Runs" });
export const bar = (page: Page) => page.getByRole("toolbar", { name: "Selected runs" });
export const filter = (page: Page) => page.getByRole("combobox", { name: "Filter runs" });

/** Waits until the browser has taken over the page that the server made: only then do keys count. */
export const taken = (page: Page) =>
  expect(runs(page).getByRole("button", { name: "today", exact: true })).toBeVisible();
