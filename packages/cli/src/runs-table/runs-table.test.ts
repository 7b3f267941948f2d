import { expect, test } from "vitest";
import { exampleRun, exampleSeries } from "../../test/example-run.ts";
import { runsTable } from "./runs-table.ts";

const now = new Date(2026, 4, 1, 12, 0);
const early = exampleRun({
  name: "stops early",
  status: {
    state: "stopped_early",
    reason: "val_auc had not improved on 0.8123 (epoch 3) for 3 epochs",
    lastSeenAt: now,
  },
});
const healthy = {
  verdict: { rule: "healthy", words: "healthy", evidence: "" },
  disagreements: [],
  regrets: [],
} as const;
const runs = [exampleRun({ series: [exampleSeries()], conclusions: healthy }), early];

test("a pipe gets every column whole", () => {
  expect(runsTable({ runs, metric: "val_auc", width: undefined, now })).toBe(
    [
      "RUN          STATUS                                                                    BEST val_auc    KEPT  VERDICT   TIME  STARTED",
      "small net    finished                                                                  0.8123 @ 4    0.7900  healthy  4.2 s    09:05",
      "stops early  stopped early: val_auc had not improved on 0.8123 (epoch 4) for 3 epochs  -                  -  -        4.2 s    09:05",
      "",
    ].join("\n"),
  );
});

test.each([80, 120])("a terminal of %i columns gets no longer line, and all numbers", (width) => {
  const lines = runsTable({ runs, metric: "val_auc", width, now }).split("\n");
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
  expect(lines[1]).toMatch(/^small net +finished +0\.8123 @ 4 +0\.7900 +healthy +4\.2 s +09:05$/);
  expect(lines[2]).toMatch(/^stops early +stopped early: val_.*… +- +- +- +4\.2 s/);
});

test("names are measured as they are shown", () => {
  const wide = exampleRun({ name: "鳥".repeat(30) });
  const [, line = ""] = runsTable({ runs: [wide], metric: undefined, width: 60, now }).split("\n");
  expect(line).toContain("…");
  expect(line.match(/鳥/g)?.length).toBeGreaterThanOrEqual(10);
});

test("the project is a column where there are several", () => {
  const text = runsTable({
    runs: [...runs, exampleRun({ project: "fish" })],
    metric: undefined,
    width: 80,
    now,
  });
  expect(text).toMatch(/^PROJECT +RUN/);
  expect(text).toMatch(/^fish +small net/m);
});

test("a name cannot steer the terminal", () => {
  const evil = exampleRun({ name: "\u001b[2Ja\nb\u202ec", project: "\u0007" });
  const text = runsTable({ runs: [evil, runs[0] ?? evil], metric: undefined, width: 80, now });
  expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  expect(text.trimEnd().split("\n")).toHaveLength(3);
});

test("a terminal that is far too narrow still gets a table", () => {
  const text = runsTable({ runs, metric: "val_auc", width: 20, now });
  expect(text.trimEnd().split("\n")).toHaveLength(3);
});
