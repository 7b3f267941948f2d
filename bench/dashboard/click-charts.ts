import type { BrowserContext, Request } from "@playwright/test";
import { percentile } from "../report.ts";
import { untilQuiet } from "./load-page.ts";
import { watchPage } from "./watch-page.ts";

/** How long a page takes to draw its charts on another axis, from the click to the last line. The median. */
export async function clickCharts(
  context: BrowserContext,
  url: string,
  rounds: number,
): Promise<number> {
  await context.addInitScript(watchPage);
  const page = await context.newPage();
  const waiting = new Set<Request>();
  await page.goto(url);
  await untilQuiet(page, waiting);
  await page.evaluate(() => {
    addEventListener("pointerdown", () => performance.mark("clicked"), { capture: true });
  });
  const all: number[] = [];
  for (let round = 0; round <= 2 * rounds; round++) {
    const name = round % 2 === 0 ? "Step" : "Epoch";
    await page
      .getByRole("radio", { name, exact: true })
      .or(page.getByRole("button", { name, exact: true }))
      .first()
      .click();
    await untilQuiet(page, waiting);
    const took = await page.evaluate(
      () => window.noted.drawn - (performance.getEntriesByName("clicked").at(-1)?.startTime ?? 0),
    );
    if (round > 0) all.push(took);
  }
  return percentile(Float64Array.from(all), 0.5);
}
