import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore } from "@epochal/store";
import { whole } from "@epochal/testing/full";
import { expect, test } from "vitest";
import { chooseBackend } from "../choose-backend.ts";
import { lessons, trainVerdicts } from "./train-verdicts.ts";

test("each training gets the verdict a person would give", async () => {
  await chooseBackend();
  const folder = mkdtempSync(path.join(tmpdir(), "epochal-verdicts-"));
  const store = await openStore(path.join(folder, "runs.db"));
  // They show on a quarter of the rows as well.
  const ids = await trainVerdicts(store, whole(4) === 4 ? 1 : 0.25);
  const given = await Promise.all(
    lessons.map(async ({ rule }) => (await store.concludeRun(ids.get(rule) ?? "")).verdict?.rule),
  );
  expect(given).toEqual(lessons.map(({ rule }) => rule));
  await store.close();
  rmSync(folder, { recursive: true });
}, 600_000);
