// Text that people and programs write, and that no page can hold as it is: every field of it, on every page.
import { openStore } from "@epochal/store";
import { expect, test } from "../dashboard.ts";

const odd: readonly { readonly what: string; readonly text: string }[] = [
  { what: "NUL", text: "a\0b" },
  { what: "half a pair", text: "a\ud83db\ude00" },
  { what: "line separators, a mark, turned writing", text: "\ufeffa\u2028b\u2029\u202ec\r\nd\re" },
  { what: "markup", text: "</script><!--<img src=x onerror=alert(1)>]]>&amp;\\u0000" },
];

/** Two runs of a project all of whose text is this, one of them failed. */
async function record(location: string, text: string): Promise<readonly string[]> {
  const store = await openStore(location);
  const ids: string[] = [];
  for (const n of [1, 2]) {
    const run = await store.startRun({
      project: `p${text}`,
      name: `n${n} ${text}`,
      config: { [`k${text}`]: `${n}${text}`, list: [text], deep: { [text]: n }, units: n },
      tags: [`t${text}`],
      notes: `o${text}`,
      record: false,
    });
    for (let epoch = 0; epoch < 4; epoch++)
      run.log({ [`val_${text}`]: epoch, val_auc: epoch / n }, { step: epoch, epoch });
    run.event({ type: "warning", message: `w${text}` });
    const early = { type: "early_stopping", epoch: 1, monitor: "val_auc", mode: "max" } as const;
    run.event({
      ...early,
      value: 1,
      best: 1,
      bestEpoch: 1,
      minDelta: 0,
      wait: 0,
      patience: 3,
      improved: true,
    });
    await store.addNote(run.id, { text: `x${text}`, by: `y${text}` });
    await run.finish(n === 1 ? { state: "failed", reason: `r${text}` } : {});
    ids.push(run.id);
  }
  await store.close();
  return ids;
}

for (const { what, text } of odd) {
  const tag = /markup/.test(what) ? [] : ["@full"];
  test(`no page is disturbed by text with ${what}`, { tag }, async ({ dashboard, page }) => {
    const ids = await record(dashboard.store, text);
    await page.goto(dashboard.url);
    await page.getByRole("list").getByRole("link").first().click();
    const table = page.getByRole("table", { name: "Runs" });
    await expect(table.getByRole("row")).toHaveCount(3);
    await expect(page.getByRole("article").first()).toContainText("8 of 8 points");
    await page.reload();
    await expect(table.getByRole("row")).toHaveCount(3);
    await page.getByRole("combobox", { name: "Filter runs" }).fill("status:failed");
    await page.keyboard.press("Enter");
    await expect(table.getByRole("row")).toHaveCount(2);
    for (const id of ids) {
      await page.goto(`${dashboard.url}/runs/${id}`);
      await expect(page.getByRole("region", { name: "Config" })).toContainText("units");
      await expect(page.getByRole("article").first()).toContainText("4 of 4 points");
    }
    await page.getByRole("link", { name: /^p/ }).click();
    await expect(table.getByRole("row")).toHaveCount(3);
  });
}
