import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { formatValue } from "@epochal/conclusions";
import { openStore, type Store } from "@epochal/store";
import { seededRandom } from "@epochal/testing/random";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loadRows } from "./load-rows.ts";
import { loadVerdict } from "./load-verdict.ts";
import { store } from "./store.ts";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

const seed = Number(process.env.EPOCHAL_SEED ?? Date.now() % 1_000_000);
const random = seededRandom(seed);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-direction-"));
const byRun = new Map<string, readonly number[]>();
let writer: Store;

beforeAll(async () => {
  process.env.EPOCHAL_STORE = path.join(folder, "runs.db");
  writer = await openStore(process.env.EPOCHAL_STORE);
  for (let n = 0; n < 12; n++) {
    const run = await writer.startRun({ project: "stage", name: `night ${n}`, record: false });
    const values = Array.from({ length: 1 + Math.floor(random() * 9) }, () =>
      random() < 0.2 ? Number.NaN : Math.round(random() * 40) / 8 - 2,
    );
    for (const [epoch, applause] of values.entries()) run.log({ applause, val_loss: 1 }, { epoch });
    await run.finish();
    byRun.set(run.id, values);
  }
});

afterAll(async () => {
  await writer.close();
  await (await store()).close();
  rmSync(folder, { recursive: true, force: true });
});

const bestOf = (values: readonly number[], direction: "max" | "min") => {
  const finite = values.filter(Number.isFinite);
  return finite.length === 0 ? undefined : Math[direction](...finite);
};

test.each(["max", "min"] as const)(
  "a metric that nobody knows is judged by what a person fixed: %s",
  async (direction) => {
    const asked = { project: "stage", metric: "applause", direction } as const;
    const { rows } = await loadRows({
      ...asked,
      order: ["best:applause"],
      columns: ["best:applause"],
    });
    expect(rows).toHaveLength(byRun.size);
    const bests = rows.map(({ id, judged, cells }) => {
      const values = byRun.get(id) ?? [];
      const wanted = bestOf(values, direction);
      expect(judged?.best?.value, `seed ${seed}`).toBe(wanted);
      if (judged?.best?.epoch !== undefined) expect(values[judged.best.epoch]).toBe(wanted);
      expect(cells[0] && "value" in cells[0] ? cells[0].value : undefined).toBe(wanted);
      return wanted;
    });
    const known = bests.filter((best) => best !== undefined);
    const sign = direction === "max" ? -1 : 1;
    expect(bests, `seed ${seed}`).toEqual([
      ...known.sort((a, b) => sign * (a - b)),
      ...Array(bests.length - known.length).fill(undefined),
    ]);

    const { metric, headline } = await loadVerdict(asked);
    expect(metric).toEqual({
      ...{ key: "applause", metric: "applause" },
      direction,
      isGuessed: false,
    });
    expect(headline, `seed ${seed}`).toContain(`applause ${formatValue(known[0] ?? 0)} `);
  },
);

test("without it none is best, and a metric with a direction keeps its own", async () => {
  const { rows } = await loadRows({ project: "stage", metric: "applause" });
  expect(rows.every(({ judged }) => judged?.best === undefined)).toBe(true);
  const { metric } = await loadVerdict({ project: "stage", metric: "val_loss", direction: "max" });
  expect(metric?.direction).toBe("min");
});
