import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { openStore } from "@epochal/store";
import { type Dashboard, expect, test as ownTest, sharedBy } from "../dashboard.ts";
import { seedRuns } from "../seed-runs.ts";

const test = sharedBy(seedRuns);

function train({ store }: Dashboard): ChildProcess {
  const program = path.join(import.meta.dirname, "../train.ts");
  return spawn(process.execPath, [program, store, "500"], { stdio: "ignore" });
}

/** The page of the seeded run that this finds. */
async function openRun(page: import("@playwright/test").Page, { url }: Dashboard, name: RegExp) {
  await page.goto(`${url}/projects/seeded`);
  const row = page.getByRole("table", { name: "Runs" }).getByRole("row", { name });
  await row.getByRole("link").first().click();
  await page.waitForURL(/\/runs\//);
}

test("the verdict of a run says what it rests on, and its rule when asked", async ({
  dashboard,
  page,
}) => {
  await openRun(page, dashboard, /128 units/);
  const verdict = page.getByRole("region", { name: "Verdict" });
  await expect(verdict).toContainText(/val_loss went from [\d.]+ \(epoch \d+\) to/);
  const chip = verdict.getByRole("button", { name: /^overfitting from epoch \d+$/ });
  await chip.press("Enter");
  const rule = page.getByText("Mann–Kendall trend test");
  await expect(rule).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(rule).toBeHidden();
});

test("another patience is answered from the trace, and no further", async ({ dashboard, page }) => {
  await openRun(page, dashboard, /64 units/);
  const field = page.getByRole("spinbutton", { name: "What if patience were" });
  await field.fill("2");
  await expect(page.getByText("It would have stopped after epoch 8")).toBeVisible();
  await field.fill("10");
  await expect(
    page.getByText("It would not have stopped by epoch 9, where the data end: 3 of 10"),
  ).toBeVisible();
  const marks = page.getByRole("list", { name: "Marks" });
  await expect(marks).toContainText("stopped (epoch 9)");
  await expect(marks).toContainText("weights kept (epoch 6)");
});

ownTest(
  "a training is noted, saves and stops as its page asks",
  { tag: "@full" },
  async ({ dashboard, page }) => {
    await page.goto(dashboard.url);
    const training = train(dashboard);
    const ended = new Promise((resolve) => training.on("close", resolve));
    await page.getByRole("link", { name: "watched run" }).click();
    await page.waitForURL(/\/runs\//);
    const events = page.getByRole("region", { name: "Events" });

    await page.getByRole("textbox", { name: "A note on this run" }).fill("the one to keep");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(events).toContainText("the one to keep");
    await page.getByRole("button", { name: "Save weights now" }).click();
    await expect(events).toContainText(/asked to save the weights: saved to .*checkpoints/);
    await page.getByRole("button", { name: "Stop after this epoch" }).click();
    await expect(page.getByRole("region", { name: "Verdict" })).toContainText("stopped early");
    await expect(events).toContainText("asked to stop: training stops after this epoch");
    expect(await ended).toBe(0);
    await expect(page.getByRole("button", { name: "Stop after this epoch" })).toBeHidden();

    const card = page.getByRole("region", { name: "Reproducibility card" });
    await expect(card).toContainText("TensorFlow.js 4.22.0");
    await expect(card).toContainText("x [256, 4] float32");
  },
);

ownTest(
  "a resumed run shows its segments, and what it went through twice",
  async ({ dashboard, page }) => {
    const store = await openStore(dashboard.store);
    const run = await store.startRun({ project: "seeded", name: "resumed" });
    for (let epoch = 0; epoch < 8; epoch++) run.log({ loss: 1 / (epoch + 1) }, { epoch });
    await run.finish({ state: "failed", reason: "Error: out of memory" });
    const again = await store.resumeRun(run.id);
    for (let epoch = 5; epoch < 12; epoch++) again.log({ loss: 1.1 / (epoch + 1) }, { epoch });
    await again.finish();
    await store.close();
    await page.goto(`${dashboard.url}/runs/${run.id}`);
    await expect(page.getByRole("list", { name: "Marks" })).toContainText("resumed (epoch 6)");
    await expect(page.getByRole("region", { name: "Verdict" })).toContainText("Segments2");
    // Twelve epochs, and the three that were trained twice.
    await expect(page.getByRole("article", { name: "loss" })).toContainText("15 of 15 points");
    await expect(page.getByRole("region", { name: "Events" })).toContainText(
      "Resumed, for the 1st time",
    );
  },
);

ownTest("another site cannot ask anything of a run", async ({ dashboard, request }) => {
  const store = await openStore(dashboard.store);
  const run = await store.startRun({ project: "seeded", name: "alive" });
  await run.flush();
  const address = `${dashboard.url}/api/runs/${run.id}/requests`;
  const send = async (headers: Record<string, string>) =>
    (await request.post(address, { data: { want: "stop" }, headers })).status();
  expect(await send({ origin: "https://evil.example" })).toBe(405);
  expect(await send({ "content-type": "text/plain", origin: dashboard.url })).toBe(405);
  expect(await send({})).toBe(405);
  expect(await send({ origin: dashboard.url })).toBe(200);
  const wrong = await request.post(address, {
    data: { want: "explode" },
    headers: { origin: dashboard.url },
  });
  expect([wrong.status(), (await wrong.json()).error]).toEqual([
    400,
    'request: want must be "stop" or "save_weights". Received: explode',
  ]);
  await run.finish();
  expect(await send({ origin: dashboard.url })).toBe(409);
  expect((await store.getRun(run.id)).requests).toHaveLength(1);
  await store.close();
});
