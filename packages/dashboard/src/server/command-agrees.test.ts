import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { conclusionWords, describeStatus, primaryMetric, statusParts } from "@epochal/conclusions";
import { openStore, type Store } from "@epochal/store";
import { whole } from "@epochal/testing/full";
import { seededRandom } from "@epochal/testing/random";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runReport } from "../../../cli/src/run-report/run-report.ts";
import { statusText } from "../../../cli/src/runs-table/status-text.ts";
import { toJson } from "../../../cli/src/terminal/to-json.ts";
import { decodeRuns, encodeRuns, toRunView } from "../wire/run-json.ts";

const folder = mkdtempSync(path.join(tmpdir(), "epochal-agree-"));
let store: Store;

beforeAll(async () => {
  store = await openStore(path.join(folder, "runs.db"));
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const odd = [Number.NaN, Infinity, -Infinity, 1e300, -1e300, 1e-320, 0, 3e32];
const ends = ["finished", "stopped_early", "failed", "interrupted"] as const;

/** A run with values that are not finite, for an epoch, for a while, or to the end. */
async function randomRun(random: () => number, name: string): Promise<string> {
  const run = await store.startRun({ project: "birds", name, record: false });
  const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T;
  const count = Math.floor(random() * 30);
  const [from, to] = [random() * count, random() < 0.3 ? Infinity : random() * count];
  const broken = ["loss", "val_loss", "val_auc"].filter(() => random() < 0.4);
  const value = pick(odd);
  for (let epoch = 0; epoch < count; epoch++) {
    const values: Record<string, number> = {
      loss: 1 / (epoch + 1),
      val_loss: 0.5 + Math.abs(epoch - 8) / 40,
      val_auc: 0.9 - 1 / (epoch + 2),
    };
    if (epoch >= from && epoch <= to) for (const key of broken) values[key] = value;
    run.log(values, { epoch, step: epoch * 10 + 9 });
  }
  if (random() < 0.5) run.log({ batch_loss: 1 }, { epoch: count + 0.5, step: count * 10 + 5 });
  await run.finish({ state: pick(ends), reason: "so it was" });
  return run.id;
}

test("command and dashboard say the same of a run", async () => {
  const seed = 12_061;
  const random = seededRandom(seed);
  for (let i = 0; i < whole(400); i++) {
    const id = await randomRun(random, `run ${i}`);
    const [run, conclusions] = [await store.getRun(id), await store.concludeRun(id)];
    const view = toRunView(run, conclusions);
    const what = `seed ${seed}, run ${i}`;

    const report = runReport({ run, conclusions, now: new Date(), whatIf: undefined });
    const status = describeStatus(view);
    const parts = statusParts(view);
    expect(statusParts({ ...run, conclusions }), what).toEqual(parts);
    expect(report, what).toContain(statusText({ ...run, conclusions }));
    if (parts.diverged === undefined) {
      expect(statusText({ ...run, conclusions }), what).not.toMatch(/NaN|∞|Infinity|diverged/);
    } else {
      expect(statusText({ ...run, conclusions }), what).toContain(parts.diverged);
      if (parts.state !== "failed") expect(status.text, what).toContain(parts.diverged);
    }
    if (conclusions.verdict) {
      const { words, evidence } = conclusions.verdict;
      expect(report, what).toContain(`Verdict: ${words}. ${evidence}`);
    }
    for (const sentence of conclusionWords(view.conclusions)) {
      expect(report, what).toContain(sentence);
    }
    expect(primaryMetric([view]), what).toEqual(primaryMetric([{ ...run, conclusions }]));

    // Over the wire, and as JSON of the command: the same, field by field.
    const data = { project: "birds", revision: 1, runs: [view], total: 1 };
    const [received] = decodeRuns(encodeRuns(data)).runs;
    expect(received, what).toEqual(JSON.parse(JSON.stringify(view, keepOdd), reviveOdd));
    const printed = JSON.parse(toJson({ series: run.series, conclusions })) as object;
    const shown = JSON.parse(toJson({ series: view.series, conclusions: view.conclusions }));
    expect(printed, what).toEqual(shown);
  }
});

const keepOdd = (_: string, value: unknown) =>
  typeof value === "number" && !Number.isFinite(value) ? `number ${value}` : value;
const reviveOdd = (_: string, value: unknown) =>
  typeof value === "string" && value.startsWith("number ") ? Number(value.slice(7)) : value;
