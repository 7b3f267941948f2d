import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { chooseQuickBackend } from "../test/choose-quick-backend.ts";

beforeAll(chooseQuickBackend);

test("the figures on the page about loss and metric are what a training run gives", async () => {
  const page = readFileSync(
    new URL("../../packages/callbacks/docs/loss-and-metric.md", import.meta.url),
    "utf8",
  )
    .replaceAll(/ +/g, " ")
    .replaceAll(/-{3,}/g, "---");
  const { rows, tables, last } = await import("./loss-and-metric.ts");
  expect(tables).toHaveLength(2);
  for (const table of tables) expect(page).toContain(table);

  // What its sentences say of them.
  const best = (key: string, sign: 1 | -1) =>
    rows.reduce((a, b) => ((b[key] ?? 0) * sign > (a[key] ?? 0) * sign ? b : a)).epoch;
  expect([best("val_loss", -1), best("val_auc", 1), best("val_accuracy", 1)]).toEqual([3, 3, 6]);
  expect(best("loss", -1)).toBe(7);
  expect(last.crossentropy).toBeCloseTo(rows.at(-1)?.val_loss ?? 0, 5);
  expect(last.auc).toBeCloseTo(rows.at(-1)?.val_auc ?? 0, 9);
}, 240_000);
