import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { openStore } from "@epochal/store";
import { type Dashboard, expect, test } from "../dashboard.ts";
import { seedRuns } from "../seed-runs.ts";

function train({ store }: Dashboard, epochs: number, ...more: readonly string[]): ChildProcess {
  const program = path.join(import.meta.dirname, "../train.ts");
  return spawn(process.execPath, [program, store, String(epochs), ...more], { stdio: "ignore" });
}

async function pointsDrawn(text: string): Promise<number> {
  return Number(/(\d+) of \d+ points/.exec(text)?.[1] ?? 0);
}

test("a training run appears and grows without a reload, to its end", async ({
  dashboard,
  page,
}) => {
  await page.goto(dashboard.url);
  await expect(page.getByRole("heading", { name: "No runs yet" })).toBeVisible();
  const goOn = `${dashboard.store}.go-on`;
  const training = train(dashboard, 12, goOn);
  // The first run opens by itself.
  await expect(page).toHaveURL(/\/projects\/watched$/);

  const card = page.getByRole("article", { name: "auc" });
  const grown = async () => pointsDrawn((await card.textContent()) ?? "");
  await expect.poll(grown).toBeGreaterThanOrEqual(2);
  await expect(page.getByRole("status").filter({ hasText: "1 running" })).toBeVisible();
  const link = page.getByRole("table", { name: "Runs" }).getByRole("link");
  const filter = page.getByRole("list", { name: "Filter" });
  for (const word of ["running", "today"])
    await filter.getByRole("button", { name: word, exact: true }).click();
  await expect(filter.getByRole("button", { name: /^Remove/ })).toHaveCount(2);
  await expect(link).toBeVisible();
  for (let step = 0; step < 2; step++) await page.goBack();
  await expect(filter.getByRole("button", { name: /^Remove/ })).toHaveCount(0);
  await link.focus();
  const early = await grown();
  writeFileSync(goOn, "");
  await expect.poll(grown).toBeGreaterThan(early);
  await expect.poll(grown).toBe(24);
  const ended = page.getByRole("table", { name: "Runs" }).getByTitle(/^finished · 12 epochs/);
  await expect(ended).toBeVisible();
  await expect(link).toBeFocused();
  expect(training.exitCode ?? 0).toBe(0);
});

test("a run that is killed says so on the open page", async ({ dashboard, page }) => {
  await page.goto(dashboard.url);
  const training = train(dashboard, 500);
  const row = page.getByRole("table", { name: "Runs" }).getByRole("row").nth(1);
  await expect(row).toContainText(/running · (\d+ epochs?|in its)/);
  training.kill("SIGKILL");
  await expect(row).toContainText("its process is gone");
});

test("runs that arrive and end move nothing that a person has chosen, and wait to be asked for", async ({
  dashboard,
  page,
}) => {
  await seedRuns(dashboard.store);
  await page.goto(`${dashboard.url}/projects/seeded?zoom=4..9`);
  const table = page.getByRole("table", { name: "Runs" });
  const auc = page.getByRole("article", { name: "auc" });
  await expect(auc).toContainText("6 runs");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press(" ");
  const toolbar = page.getByRole("toolbar", { name: "Selected runs" });
  await expect(toolbar).toContainText("1 run selected");
  await page.mouse.wheel(0, 120);
  const rows = table.locator("tr[data-run]");
  const look = async () => ({
    names: await table.getByRole("link").allTextContents(),
    colors: await rows
      .locator("th > svg > rect")
      .evaluateAll((all) => all.map((rect) => getComputedStyle(rect).fill)),
    // Where it stands in the window, which counts for whoever looks at it.
    chart: Math.round((await auc.boundingBox())?.y ?? 0),
    address: page.url(),
    focused: await page.evaluate(() => document.activeElement?.textContent),
  });
  await expect.poll(async () => (await look()).address).toContain("select=");
  const before = await look();

  const store = await openStore(dashboard.store);
  const names = ["better than all", "better yet"];
  const runs = await Promise.all(
    names.map((name) => store.startRun({ project: "seeded", name, record: false })),
  );
  for (const [n, run] of runs.entries()) {
    for (let epoch = 0; epoch < 12; epoch++)
      run.log({ val_auc: 0.97 + n / 100, auc: 0.99 }, { step: epoch, epoch });
  }
  await runs[0]?.finish();
  await runs[1]?.flush();
  const pill = table.getByRole("button", { name: "2 new runs" });
  await expect(pill).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Best: better yet");
  expect(await look()).toEqual(before);
  await pill.click();
  await expect(rows.first()).toContainText("better yet");
  await expect(toolbar).toContainText("1 run selected");
  await expect(page).toHaveURL(/zoom=4\.\.9/);
  // Who comes back is told of what came meanwhile.
  await rows.nth(2).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/runs\//);
  const late = await store.startRun({ project: "seeded", name: "late", record: false });
  late.log({ val_auc: 0.999 }, { step: 0, epoch: 0 });
  const heard = page.evaluate(
    (id) =>
      new Promise<void>((resolve) => {
        const stream = new EventSource("/api/live?since=0");
        stream.addEventListener("change", ({ data }) => {
          if (!String(data).includes(id)) return;
          stream.close();
          resolve();
        });
      }),
    late.id,
  );
  await late.finish();
  await heard;
  await page.goBack();
  await expect(table.getByRole("button", { name: "1 new run" })).toBeVisible();
  await expect(rows.first()).toContainText("better yet");
  // What trains is one press away.
  await page.getByRole("button", { name: "running", exact: true }).click();
  await expect(rows).toHaveCount(1);
  await runs[1]?.finish();
  await store.close();
});
