import type { Page } from "@playwright/test";

/** Types a query into the filter of a project's runs, and sends it. */
export async function filterRuns(page: Page, query: string): Promise<void> {
  await page.getByRole("combobox", { name: "Filter runs" }).fill(query);
  await page.keyboard.press("Enter");
}
