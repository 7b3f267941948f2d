import type { Store } from "@epochal/store";
import type { Database } from "better-sqlite3";
import { barePage, pageOf } from "./pages.ts";
import { project } from "./seed-store.ts";

export interface Figure {
  readonly name: string;
  /** What it costs SQLite alone. */
  readonly bare: () => unknown;
  readonly ours: () => Promise<unknown>;
}

/** One of each kind that the query language has. */
const filters = [
  "status:killed",
  "units = 32",
  "learningRate <= 1e-3",
  "name:trial",
  "tag:baseline",
  "branch:main",
  "has:val_f1",
  "val_auc > 0.7",
  "last:val_auc > 0.7",
  "kept:val_auc > 0.7",
  "min:val_auc < 0.6",
  "verdict:overfitting",
  "age < 30d",
  "duration > 10s",
];
/** Of many runs, and of few. */
const facetsOf = ["val_auc > 0.7", "status:killed", "units = 32", "learningRate > 0.09"];
const charts = 200;
const chartKeys = ["val_auc", "val_loss", "loss", "auc", "accuracy"];

/** What is measured of a seeded store. */
export function figuresOf(store: Store, db: Database): readonly Figure[] {
  const named = db.prepare<[], { id: string; name: string }>(
    "SELECT id, name FROM runs WHERE rowid = (SELECT max(rowid) / 2 FROM runs)",
  );
  const { id = "", name = "" } = named.get() ?? {};
  const count = db.prepare<[string], number>("SELECT count(*) FROM runs WHERE project = ?").pluck();
  const middle = Math.min(3_000, Math.floor((count.get(project) ?? 0) / 2));
  const byId = db.prepare("SELECT * FROM runs WHERE id = ?");
  const drawn = db
    .prepare<[], string>(
      "SELECT run_id FROM series JOIN points ON series_id = series.id AND step = 0 WHERE key = 'val_auc' LIMIT 200",
    )
    .pluck()
    .all();
  const seriesId = db
    .prepare<[string, string], number>("SELECT id FROM series WHERE run_id = ? AND key = ?")
    .pluck();
  const points = db
    .prepare("SELECT step, epoch, wall_ms, value FROM points WHERE series_id = ? ORDER BY step")
    .raw();
  const bareCharts = () => {
    for (const run of drawn) for (const key of chartKeys) points.all(seriesId.get(run, key));
  };
  const series = drawn.flatMap((run) => chartKeys.map((key) => ({ run, key })));
  return [
    { name: "page of 100, the best first", bare: barePage(db), ours: () => pageOf(store) },
    { name: "page of 100, from the middle", bare: barePage(db), ours: () => pageOf(store, middle) },
    ...filters.map((where) => ({
      name: `count of ${where}`,
      bare: () => count.get(project),
      ours: () => store.listRuns({ project, where, limit: 0 }),
    })),
    {
      name: "facets",
      bare: () => count.get(project),
      ours: () => store.facets({ project }),
    },
    ...facetsOf.map((where) => ({
      name: `facets of ${where}`,
      bare: () => count.get(project),
      ours: () => store.facets({ project, where }),
    })),
    {
      name: "a run by its id",
      bare: () => byId.get(id),
      ours: () => store.listRuns({ ids: [id] }),
    },
    {
      name: "a run by its name",
      bare: () => byId.get(id),
      ours: () => store.listRuns({ where: `name = ${JSON.stringify(name)}`, limit: 2 }),
    },
    {
      name: "a run by the beginning of its id",
      bare: () => byId.get(id),
      ours: () => store.listRuns({ where: `id:${id.slice(0, -2)}`, limit: 2 }),
    },
    ...[100, 500].map((width) => ({
      name: `${charts} runs x ${chartKeys.length} charts, ${width} buckets`,
      bare: bareCharts,
      ours: () => store.readManySeries({ series, width }),
    })),
    {
      name: "the same, one by one, 100 buckets",
      bare: bareCharts,
      ours: () => Promise.all(series.map((one) => store.readSeries({ ...one, width: 100 }))),
    },
  ];
}
