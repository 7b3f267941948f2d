import { expect, type Page } from "@playwright/test";
import type { PanelWindow } from "../../packages/panel/test/panel-page/main.ts";
import { axeFaults } from "../axe-faults.ts";
import { placesOf } from "../canvas.ts";
import { samplePage } from "../sample-page.ts";

const test = samplePage("panel-page", { width: 1100, height: 800 }, "panel");

/** Does something in the page with what it offers. */
const inPage = <T>(page: Page, what: (window: PanelWindow) => T) =>
  page.evaluate(`(${what.toString()})(window)`) as Promise<Awaited<T>>;

const card = (page: Page, name: string) => page.getByRole("article", { name, exact: true });

/** How many pixels of a column of a chart have a colour. */
const colored = async (page: Page, name: string, color: string) =>
  (await placesOf(card(page, name).locator("canvas").first(), color)).length;

test("a page that trains shows the curves, the best epoch and why it stopped, in its own style and theme", async ({
  page,
}) => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto("");
  const history = await inPage(page, ({ train }) => train());
  const aucs = history.val_auc ?? [];
  const best = Math.max(...aucs);
  const epoch = aucs.indexOf(best) + 1;
  const panel = page.getByRole("region", { name: "Training curves" });
  await expect(panel).toContainText(
    `Best: val_auc ${best.toFixed(4)} at epoch ${epoch}. It kept these weights.`,
  );
  await expect(panel).toContainText(`Epoch ${aucs.length} of 40`);
  await expect(panel).toContainText(`Stopped early: val_auc had not improved on`);
  await expect(card(page, "auc")).toContainText(`validation ${aucs.at(-1)?.toFixed(4)}`);
  await expect.poll(() => colored(page, "auc", "#3b5bdb")).toBeGreaterThan(0);

  // The cursor is one for all charts.
  await card(page, "loss").getByRole("group").focus();
  await page.keyboard.press("Home");
  await expect(card(page, "auc")).toContainText(
    `epoch 1: training ${history.auc?.[0]?.toFixed(4)}`,
  );
  await page.keyboard.press("Escape");
  await expect(card(page, "auc")).not.toContainText("epoch 1:");

  // The theme of the page, whoever sets it.
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = "dark";
    document.documentElement.style.background = "#111";
  });
  await expect.poll(() => colored(page, "auc", "#8ea6ff")).toBeGreaterThan(0);
  expect(await axeFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test("a run of any length and any values is drawn, shown again elsewhere, and removed", async ({
  page,
}) => {
  await page.goto("");
  await inPage(page, ({ showRun }) => {
    const place = document.querySelector<HTMLElement>("#curves");
    const run = showRun(place, null, { metrics: ["loss", "auc"] });
    run.describe({
      auc: { metric: "auc", split: "train", kind: "metric", direction: "max", per: "epoch" },
    });
    for (let step = 0; step < 100_000; step++) {
      run.log(
        { batch_loss: step === 50_000 ? 9 : Math.exp(-step / 30_000) },
        { step, epoch: step / 1000 },
      );
    }
    for (let epoch = 0; epoch < 100; epoch++)
      run.log(
        { loss: 1 / (1 + epoch), auc: epoch === 70 ? Number.NaN : 0.5, "<b>odd</b>": 1 },
        { epoch },
      );
    Object.assign(window, { run });
  });
  await expect(card(page, "loss per batch")).toContainText("training");
  await expect(card(page, "<b>odd</b>")).toHaveCount(0);
  await expect(page.getByRole("article")).toHaveCount(3);
  await inPage(page, (window) => (window as unknown as { run: { remove(): void } }).run.remove());
  await expect(page.getByRole("article")).toHaveCount(0);
  await inPage(page, ({ showRun }) => {
    const run = showRun(document.querySelector<HTMLElement>("#curves"));
    run.log({ "<img src=x onerror=alert(1)>": 0.5 }, { epoch: 0 });
  });
  await expect(card(page, "<img src=x onerror=alert(1)>")).toBeVisible();
});
