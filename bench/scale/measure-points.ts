import { statSync } from "node:fs";
import path from "node:path";
import { openStore } from "@epochal/store";
import { recordPoints } from "../read/record-points.ts";
import { timeRead } from "../read/time-read.ts";
import type { ScaleColumn } from "./scale-table.ts";

const keys = Array.from({ length: 10 }, (_, i) => `metric_${i}`);
const zoomed = 5_000;

/** What a run of so many points in ten series takes. @param say is told what is done */
export async function measurePoints(
  folder: string,
  points: number,
  say: (words: string) => void,
): Promise<ScaleColumn> {
  const size = `${points.toLocaleString("en")} points`;
  const location = path.join(folder, `points-${points}.db`);
  const store = await openStore(location);
  const steps = points / keys.length;
  say(`${size}: recorded`);
  const begin = performance.now();
  const run = await recordPoints({ store, name: size, steps, keys });
  const seconds = (performance.now() - begin) / 1_000;
  say(`${size}: read`);
  const [key = ""] = keys;
  const from = Math.max(0, Math.floor(steps / 2 - zoomed / 2));
  const zoom = { run, key, from, to: from + zoomed - 1 };
  const series = keys.map((each) => ({ run, key: each }));
  const figures = new Map([
    ["a chart of one series, ms", await timeRead(() => store.readSeries({ run, key }))],
    [
      `a chart of ${zoomed.toLocaleString("en")} steps of its middle, ms`,
      await timeRead(() => store.readSeries(zoom)),
    ],
    [
      "charts of all ten series in one call, ms",
      await timeRead(() => store.readManySeries({ series })),
    ],
    ["the run with what is known of its series, ms", await timeRead(() => store.getRun(run))],
  ]);
  await store.close();
  const { size: bytes } = statSync(location);
  figures.set("recorded and stored, s", seconds);
  figures.set("the file, MB", bytes / 1e6);
  figures.set("bytes a point", bytes / points);
  return { size, figures };
}
