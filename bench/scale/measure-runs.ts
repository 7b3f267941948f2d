import { statSync } from "node:fs";
import path from "node:path";
import { openStore } from "@epochal/store";
import Database from "better-sqlite3";
import { percentile } from "../report.ts";
import { coldPages } from "../store/cold-pages.ts";
import { figuresOf } from "../store/figures.ts";
import { measureFigure } from "../store/measure-figure.ts";
import { seedStore } from "../store/seed-store.ts";
import { settle } from "../store/settle.ts";
import type { ScaleColumn } from "./scale-table.ts";

const rounds = 9;
/** So many runs have their points; of the others the store has only what is said of their series. */
const runsWithPoints = 1_000;

/** What a store of so many runs takes. @param say is told what is done */
export async function measureRuns(
  folder: string,
  runs: number,
  say: (words: string) => void,
): Promise<ScaleColumn> {
  const size = `${runs.toLocaleString("en")} runs`;
  const location = path.join(folder, `runs-${runs}.db`);
  say(`${size}: written`);
  const points = await seedStore({
    location,
    runs,
    pointsOfEvery: Math.max(1, Math.ceil(runs / runsWithPoints)),
  });
  say(`${size}: settled`);
  const store = await openStore(location);
  const settledMs = await settle(store, location);
  say(`${size}: read`);
  const figures = new Map<string, number>();
  const db = new Database(location, { readonly: true });
  for (const figure of figuresOf(store, db)) {
    const { ours } = await measureFigure(figure, rounds);
    figures.set(`${figure.name}, ms`, percentile(ours, 0.5));
  }
  db.close();
  await store.close();
  figures.set("first page of a new process, ms", percentile(coldPages(location).ours, 0.5));
  figures.set("settled once, when they are first found, s", settledMs / 1_000);
  figures.set("points that are stored", points);
  figures.set("the file, MB", statSync(location).size / 1e6);
  return { size, figures };
}
