import { chooseMetric, type RunSummary, searchProgress } from "@epochal/conclusions";
import { whole } from "@epochal/testing/full";
import { newSeed } from "@epochal/testing/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openStore } from "../src/index.ts";
import { ConcludeRun } from "../src/sqlite/reads/conclude-run.ts";
import { FacetsOfRuns } from "../src/sqlite/reads/facets-of-runs.ts";
import { foldCase } from "../src/sqlite/reads/fold-case.ts";
import { ListProjects } from "../src/sqlite/reads/list-projects.ts";
import { ListRuns } from "../src/sqlite/reads/list-runs.ts";
import { naturalKeys } from "../src/sqlite/reads/natural-keys.ts";
import { RunStates } from "../src/sqlite/reads/run-states.ts";
import { SeriesOfRuns } from "../src/sqlite/reads/series-of-runs.ts";
import { SummarizeProjects } from "../src/sqlite/reads/summarize-projects.ts";
import { matchingOf } from "./matching-of.ts";
import { givenRuns, storeRuns } from "./query-runs.ts";
import { tempFolder } from "./temp-folder.ts";

const now = Date.now();
const first = newSeed();
const seeds = Array.from({ length: whole(20) }, (_, i) => first + i);

const directions = new Map([
  ["val_auc", "max"],
  ["loss", "min"],
  ["units", "max"],
] as const) as ReadonlyMap<string, "max" | "min">;

/** Which way is better for a key is the same in all runs: where they do not agree, any of them may be asked. */
const agreeing = () =>
  givenRuns(now).map((run) => ({
    ...run,
    series: run.series.map((each) => ({
      ...each,
      direction: directions.get(each.key),
    })),
  }));

const bestOf = (run: RunSummary, key: string) =>
  run.series.find((series) => series.key === key)?.best?.value;

describe("projects at a glance", () => {
  it.each(seeds)("are what all their runs together say (seed %i)", (seed) => {
    const same = fc.property(fc.array(agreeing(), { maxLength: 25 }), (given) => {
      const { db } = storeRuns(given, now);
      foldCase(db);
      naturalKeys(db);
      const states = new RunStates(db, 1e12);
      const series = new SeriesOfRuns(db);
      const concluding = new ConcludeRun(db, series);
      const matching = matchingOf(db, states);
      states.begin(now);
      const projects = new SummarizeProjects(db, concluding).run();
      const listed = new ListProjects(db).run();
      expect(projects.map(({ name }) => name).sort()).toEqual(
        listed.map(({ name }) => name).sort(),
      );
      for (const project of projects) {
        expect(project).toMatchObject(listed.find(({ name }) => name === project.name) ?? {});
        const query = { project: project.name, limit: 1000 } as const;
        const { runs } = new ListRuns({ db, states, series, matching, concluding }).run({
          ...query,
          with: { config: true, series: true, conclusions: true },
        });
        const facets = new FacetsOfRuns(db, matching).run({ project: project.name });
        const monitors = runs.map(({ id }) => concluding.run(id).monitor);
        const wanted = chooseMetric(facets.series, monitors);
        expect(project.metric).toEqual(wanted);
        expect(project.training.map(({ id }) => id)).toEqual(
          runs.filter(({ status }) => status.state === "running").map(({ id }) => id),
        );
        const direction = wanted?.direction;
        const valued = (runs as unknown as RunSummary[]).flatMap((run) => {
          const value = wanted && bestOf(run, wanted.key);
          const { id, config } = run;
          return value === undefined
            ? []
            : [{ id, config, value, startedAt: run.startedAt.getTime() }];
        });
        const records = direction === undefined ? [] : searchProgress(valued, direction);
        expect(project.records.map(({ run, value }) => [run, value.value])).toEqual(
          records.map(({ id, value }) => [id, value]),
        );
        const order = `best:${wanted?.key ?? ""}` as const;
        const [best] =
          records.length === 0
            ? []
            : new ListRuns({ db, states, series, matching, concluding }).run({ ...query, order })
                .runs;
        expect(project.best?.run).toBe(best?.id);
        expect(project.best?.name).toBe(best?.name);
      }
      db.close();
    });
    fc.assert(same, { seed, numRuns: 3, endOnFailure: true });
  });

  it("leaves out what is in the trash, and counts what is archived", async () => {
    const store = await openStore(`${tempFolder()}/runs.db`);
    const ids: string[] = [];
    for (const auc of [0.7, 0.9, 0.8]) {
      const run = await store.startRun({ project: "birds", record: false });
      run.log({ val_auc: auc }, { epoch: 0 });
      await run.finish();
      ids.push(run.id);
    }
    const [first = "", best = "", last = ""] = ids;
    await store.deleteRuns([best]);
    await store.updateRun(first, { archived: true });
    expect(await store.summarizeProjects()).toMatchObject([
      { name: "birds", runs: 2, archived: 1, running: 0, best: { run: last }, training: [] },
    ]);
    await store.deleteRuns([first, last]);
    expect(await store.summarizeProjects()).toEqual([]);
    await store.close();
  });

  it("tells how far those have come that train", async () => {
    const store = await openStore(`${tempFolder()}/runs.db`);
    const run = await store.startRun({ project: "birds", name: "alive", record: false });
    const fit = { model: "m", parameters: 1, trainedParameters: 1 };
    run.event({ type: "fit", epoch: 0, fit: 0, initialEpoch: 0, epochs: 3, ...fit });
    for (let epoch = 0; epoch < 4; epoch++) run.log({ loss: 1 }, { epoch });
    // A second fit, which counts its own epochs from 0.
    run.event({ type: "fit", epoch: 3, fit: 1, initialEpoch: 0, epochs: 9, ...fit });
    const [project] = await store.summarizeProjects();
    expect(project?.training).toEqual([
      { id: run.id, name: "alive", startedAt: expect.any(Date), reached: { done: 4 }, epochs: 12 },
    ]);
    await run.finish();
    await store.close();
  });
});
