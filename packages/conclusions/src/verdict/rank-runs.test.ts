import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleRun, sampleSeries } from "../../test/sample-run.ts";
import { rankRuns } from "./rank-runs.ts";

const runs = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1 }),
    startedAt: fc.oneof(fc.constantFrom(0, 1, 2), fc.constantFrom(new Date(1), new Date(3))),
    value: fc.constantFrom(0.5, 0.7, Number.NaN),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

test("ranks by the value, then the newest first, then by id, in whatever order the runs come", () => {
  fc.assert(
    fc.property(runs, fc.constantFrom("min" as const, "max" as const), (given, direction) => {
      const metric = { key: "val_auc", metric: "auc", direction };
      const made = given.map(({ value, ...run }) =>
        sampleRun({ ...run, series: [sampleSeries("val_auc", [value], { direction })] }),
      );
      const ranked = rankRuns(made, metric).map(({ run }) => run.id);
      expect(rankRuns([...made].reverse(), metric).map(({ run }) => run.id)).toEqual(ranked);
      const finite = given.filter(({ value }) => !Number.isNaN(value));
      expect([...ranked].sort()).toEqual(finite.map(({ id }) => id).sort());
      const at = (id: string) => finite.find((run) => run.id === id) ?? finite[0];
      for (const [i, id] of ranked.slice(1).entries()) {
        const [before, after] = [at(ranked[i] ?? ""), at(id)];
        const better = (after?.value ?? 0) - (before?.value ?? 0);
        expect(direction === "min" ? better : -better).toBeGreaterThanOrEqual(0);
        if (better !== 0) continue;
        const younger = Number(before?.startedAt) - Number(after?.startedAt);
        expect(younger).toBeGreaterThanOrEqual(0);
        if (younger === 0) expect((before?.id ?? "") < (after?.id ?? "")).toBe(true);
      }
    }),
  );
});
