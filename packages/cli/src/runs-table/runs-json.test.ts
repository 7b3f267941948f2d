import { expect, test } from "vitest";
import { exampleRun, exampleSeries } from "../../test/example-run.ts";
import { runsJson } from "./runs-json.ts";

test("numbers that are not finite become text, wherever they are", () => {
  const run = exampleRun({
    config: { clip: { max: Number.POSITIVE_INFINITY } },
    series: [exampleSeries({ last: { value: Number.NaN, step: 1 } })],
  });
  const page = JSON.parse(runsJson({ store: "/s.db", metric: "val_auc", total: 1, runs: [run] }));
  expect(page.runs[0].config.clip.max).toBe("Infinity");
  expect(page.runs[0].series[0].last.value).toBe("NaN");
  expect(page.runs[0].startedAt).toBe(run.startedAt.toISOString());
});
