import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { chooseQuickBackend } from "../test/choose-quick-backend.ts";

beforeAll(chooseQuickBackend);

test("the figures on the page about early stopping are what training runs give", async () => {
  const page = readFileSync(
    new URL("../../packages/callbacks/docs/early-stopping.md", import.meta.url),
    "utf8",
  )
    .replaceAll(/ +/g, " ")
    .replaceAll(/-{3,}/g, "---");
  const { outcomes, table } = await import("./early-stopping-figures.ts");
  expect(page).toContain(table);

  // What its sentences say of them.
  const [loss, accuracy, auc, nothing] = outcomes;
  expect(auc?.bestEpoch).toBe(loss?.bestEpoch);
  expect((accuracy?.bestEpoch ?? 0) - (auc?.bestEpoch ?? 0)).toBe(3);
  expect(accuracy?.crossentropy).toBeGreaterThan(auc?.crossentropy ?? 1);
  expect(nothing?.auc).toBeLessThan((auc?.auc ?? 0) - 0.03);
}, 240_000);
