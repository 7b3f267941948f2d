import type { ChartRun, ChartSeries } from "@epochal/panel/charts";
import { groupSeries } from "../../src/charts/group-series.ts";
import type { MetricChartProps } from "../../src/charts/metric-chart-props.ts";
import { grey } from "../../src/colors/grey.ts";
import { runPalette } from "../../src/colors/run-palette.ts";
import { batchSeries, epochSeries, falling, startedAt } from "./sample-series.ts";

type State = Pick<MetricChartProps, "runs" | "best" | "marks" | "baseline" | "direction">;

function run(place: number, label: string, series: Partial<ChartRun>): ChartRun {
  return {
    id: `run-${place}`,
    label,
    color: runPalette[place % runPalette.length] ?? grey,
    startedAt,
    ...series,
  };
}

const validation = (values: readonly number[]) => ({ validation: epochSeries(values) });

function pair(place: number, label: string, epochs = 30): ChartRun {
  return run(place, label, {
    train: epochSeries(falling(place + 50, epochs, 0.95, 0.1 + 0.02 * place)),
    validation: epochSeries(falling(place + 1, epochs, 0.9, 0.3 + 0.03 * place)),
  });
}

function band(seed: number, to: number): ChartSeries {
  const center = Float64Array.from(falling(seed, 30, 0.9, to));
  return groupSeries(
    {
      x: Float64Array.from(center, (_, i) => i),
      n: Float64Array.from(center, (_, i) => (i < 20 ? 5 : 3)),
      center,
      low: center.map((value) => value - 0.06),
      high: center.map((value) => value + 0.06),
      nonFinite: center.map(() => 0),
    },
    "epoch",
  );
}

const few: State = {
  direction: "min",
  baseline: "run-3",
  runs: [0, 1, 2, 3, 4].map((place) => pair(place, `lr 0.0${place + 1}, 64 units, seed ${place}`)),
  best: { run: "run-0", x: 29, y: 0.3144, label: "0.3144 · epoch 29" },
  marks: [
    { kind: "learning_rate", x: 12, words: "learning rate cut to 0.001" },
    { kind: "saved", x: 18 },
    { kind: "fit", x: 21 },
    { kind: "resumed", x: 24 },
    { kind: "stop", x: 30 },
  ],
};

/** What the page shows, by name. */
export const chartStates: Readonly<Record<string, () => State>> = {
  few: () => few,
  flat: () => ({
    runs: [
      run(0, "solid", validation([0.5, 0.5, 0.5, 0.5, 0.5])),
      run(1, "other", validation([0.1, 0.9, 0.1, 0.9, 0.1])),
    ],
  }),
  splits: () => ({
    runs: [
      run(0, "one", {
        validation: epochSeries([0.7, 0.7, 0.7, 0.7, 0.7]),
        train: epochSeries([0.3, 0.3, 0.3, 0.3, 0.3]),
      }),
    ],
  }),
  many: () => ({
    direction: "min",
    runs: Array.from({ length: 200 }, (_, place) => ({
      ...run(place, `run ${place}`, validation(falling(place, 300, 0.9, 0.2 + (place % 40) / 100))),
      context: place >= 12,
    })),
  }),
  context: () => ({
    runs: [
      run(0, "coloured", validation([0.2, 0.2, 0.2])),
      { ...run(1, "grey", validation([0.8, 0.8, 0.8])), context: true },
      { ...run(2, "other", validation([0.5, 0.5, 0.5])), context: true },
    ],
  }),
  batches: () => ({
    runs: [run(0, "raw", { per: "batch", train: batchSeries(1, 6000, 1500) })],
  }),
  fifty: () => ({
    direction: "min",
    runs: Array.from({ length: 50 }, (_, place) =>
      run(place, `run ${place}`, { per: "batch", train: batchSeries(place, 100_000, 5000, 500) }),
    ),
  }),
  groups: () => ({
    direction: "min",
    runs: [
      run(0, "32 units", { group: 5, validation: band(1, 0.4) }),
      run(1, "64 units", { group: 5, validation: band(2, 0.25) }),
    ],
  }),
  nan: () => ({
    direction: "min",
    runs: [
      run(0, "sound", validation(falling(1, 20, 0.9, 0.3))),
      run(
        1,
        "diverged",
        validation([0.9, 0.8, 0.9, 3, 80, 1123, ...Array<number>(8).fill(Number.NaN)]),
      ),
      run(2, "infinite", validation([0.9, Infinity, 0.8, -Infinity, 0.7, 0.6, 0.5])),
      run(3, "alone", validation([Number.NaN, 0.6, Number.NaN, 0.5, 0.5])),
    ],
  }),
  one: () => ({
    direction: "min",
    runs: [
      run(0, "one", validation([0.4])),
      run(1, "two", { ...validation([0.5]), train: epochSeries([0.6]) }),
    ],
  }),
  none: () => ({ runs: [] }),
  equal: () => ({ runs: [run(0, "equal", validation([0.5, 0.5, 0.5]))] }),
  huge: () => ({
    runs: [
      run(0, "huge", validation([1e300, 5e299, -1e300, 0])),
      run(1, "tiny", validation([1e-300, 0, 1e-300, 2])),
    ],
  }),
  odd: () => ({
    direction: "max",
    runs: [
      pair(0, "x".repeat(300)),
      pair(1, "‮שלום world مرحبا بالعالم"),
      pair(2, '<img src=x onerror="alert(1)">\n=1+1'),
    ],
  }),
};
