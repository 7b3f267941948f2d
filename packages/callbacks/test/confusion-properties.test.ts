import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MetricResult } from "../src/any-metric/metric-result.ts";
import * as epochal from "../src/index.ts";
import type { KerasMetric } from "./keras-case.ts";

/** Scores exact in float32, many of them equal, some at the threshold. */
const score = fc.integer({ min: 0, max: 16 }).map((n) => n / 16);
const weight = fc.constantFrom(0.25, 1, 2, 3);
const binary = fc.array(fc.record({ label: fc.constantFrom(0, 1), score, weight }), {
  minLength: 1,
  maxLength: 40,
});
type Binary = readonly { label: number; score: number; weight: number }[];

const CLASSES = 3;
const classes = fc.array(
  fc.record({
    label: fc.nat(CLASSES - 1),
    scores: fc.array(score, { minLength: CLASSES, maxLength: CLASSES }),
    weight,
  }),
  { minLength: 1, maxLength: 40 },
);
type Classes = readonly { label: number; scores: number[]; weight: number }[];

/** The result of data given in batches. */
function resultOf<Sample extends { label: number; weight: number }>(
  metric: KerasMetric,
  data: readonly Sample[],
  predictionOf: (sample: Sample) => number | number[],
  isWeighted: boolean,
): MetricResult {
  for (let start = 0, size = 1; start < data.length; start += size, size += 2) {
    const batch = data.slice(start, start + size);
    metric.updateState(
      batch.map(({ label }) => label),
      batch.map(predictionOf) as number[],
      isWeighted ? batch.map((sample) => sample.weight) : undefined,
    );
  }
  return metric.result();
}

function expectNear(actual: MetricResult, expected: number | readonly number[]): void {
  const [values, wanted] = [[actual].flat(2), [expected].flat()];
  expect(values).toHaveLength(wanted.length);
  for (const [i, value] of values.entries()) {
    if (Number.isNaN(wanted[i])) expect(value).toBeNaN();
    else expect(value).toBeCloseTo(wanted[i] ?? 0, 10);
  }
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

/** Counts by looking at every sample again for every question. */
function naive(data: Binary, isWeighted: boolean, threshold: number) {
  const count = (isActual: boolean, isCalled: boolean) =>
    data
      .filter((each) => (each.label === 1) === isActual && each.score > threshold === isCalled)
      .reduce((sum, each) => sum + (isWeighted ? each.weight : 1), 0);
  return {
    tp: count(true, true),
    fp: count(false, true),
    tn: count(false, false),
    fn: count(true, false),
  };
}
type Counts = ReturnType<typeof naive>;

const ofCounts: Readonly<Record<string, (counts: Counts) => number>> = {
  TruePositives: ({ tp }) => tp,
  FalsePositives: ({ fp }) => fp,
  TrueNegatives: ({ tn }) => tn,
  FalseNegatives: ({ fn }) => fn,
  Precision: ({ tp, fp }) => ratio(tp, tp + fp),
  Recall: ({ tp, fn }) => ratio(tp, tp + fn),
};

describe("metrics of two classes are what naive counting gives", () => {
  test.each(Object.entries(ofCounts))("%s", (name, compute) => {
    const Class = Reflect.get(epochal, name) as new (args: object) => KerasMetric;
    fc.assert(
      fc.property(binary, fc.boolean(), score, (data, isWeighted, threshold) => {
        const thresholds = [threshold, 0.5];
        expectNear(
          resultOf(new Class({ thresholds }), data, (each) => each.score, isWeighted),
          thresholds.map((each) => compute(naive(data, isWeighted, each))),
        );
      }),
    );
  });

  const atHalf: Readonly<Record<string, [KerasMetric, (counts: Counts) => number]>> = {
    BinaryAccuracy: [
      new epochal.BinaryAccuracy(),
      ({ tp, fp, tn, fn }) => (tp + tn) / (tp + fp + tn + fn),
    ],
    F1Score: [
      new epochal.F1Score({ average: "micro" }),
      ({ tp, fp, fn }) => ratio(2 * tp, 2 * tp + fp + fn),
    ],
    FBetaScore: [
      new epochal.FBetaScore({ average: "macro", beta: 2 }),
      ({ tp, fp, fn }) => ratio(5 * tp, 5 * tp + fp + 4 * fn),
    ],
    MatthewsCorrelation: [
      new epochal.MatthewsCorrelation(),
      ({ tp, fp, tn, fn }) =>
        ratio(tp * tn - fp * fn, Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))),
    ],
    BinaryIoU: [
      new epochal.BinaryIoU({ targetClassIds: [1], threshold: 0.53125 }),
      ({ tp, fp, fn }) => ratio(tp, tp + fp + fn),
    ],
  };
  test.each(Object.entries(atHalf))("%s", (_, [metric, compute]) => {
    fc.assert(
      fc.property(binary, fc.boolean(), (data, isWeighted) => {
        const result = resultOf(metric.clone(), data, (each) => each.score, isWeighted);
        expectNear(result, compute(naive(data, isWeighted, 0.5)));
      }),
    );
  });

  type Rate = (counts: Counts) => number;
  const recall: Rate = ({ tp, fn }) => ratio(tp, tp + fn);
  const precision: Rate = ({ tp, fp }) => ratio(tp, tp + fp);
  const specificity: Rate = ({ tn, fp }) => ratio(tn, tn + fp);
  test.each<[string, string, Rate, Rate]>([
    ["PrecisionAtRecall", "recall", recall, precision],
    ["RecallAtPrecision", "precision", precision, recall],
    ["SensitivityAtSpecificity", "specificity", specificity, recall],
    ["SpecificityAtSensitivity", "sensitivity", recall, specificity],
  ])("%s, the best of all thresholds, and the threshold it gives", (name, option, held, sought) => {
    const Class = Reflect.get(epochal, name) as new (
      args: object,
    ) => KerasMetric & { threshold: number };
    const bounds = fc.constantFrom(0, 0.25, 0.5, 0.8, 1);
    fc.assert(
      fc.property(binary, fc.boolean(), bounds, (data, isWeighted, bound) => {
        const metric = new Class({ [option]: bound });
        const result = resultOf(metric, data, (each) => each.score, isWeighted);
        const isOneClass = new Set(data.map(({ label }) => label)).size === 1;
        if (isOneClass && [held, sought].includes(specificity)) {
          expectNear([result, metric.threshold] as number[], [Number.NaN, Number.NaN]);
          return;
        }
        const all = [-1, ...data.map((each) => each.score)]
          .map((threshold) => naive(data, isWeighted, threshold))
          .filter((counts) => held(counts) >= bound - 1e-12)
          .map(sought);
        expectNear(result, Math.max(0, ...all));
        if (all.length === 0) expect(metric.threshold).toBeNaN();
        else {
          const counts = naive(data, isWeighted, metric.threshold);
          expectNear(result, sought(counts));
          expect(held(counts)).toBeGreaterThanOrEqual(bound - 1e-12);
        }
      }),
    );
  });
});

describe("metrics of several classes are what naive counting gives", () => {
  const predicted = ({ scores }: Classes[number]) => scores.indexOf(Math.max(...scores));
  const cell = (data: Classes, isWeighted: boolean, actual: number, called: number) =>
    data
      .filter((each) => each.label === actual && predicted(each) === called)
      .reduce((sum, each) => sum + (isWeighted ? each.weight : 1), 0);
  const ids = Array.from({ length: CLASSES }, (_, i) => i);
  const matrixOf = (data: Classes, isWeighted: boolean) =>
    ids.map((actual) => ids.map((called) => cell(data, isWeighted, actual, called)));
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
  const mean = (list: readonly number[]) => (list.length === 0 ? 0 : sum(list) / list.length);
  type Matrix = readonly (readonly number[])[];
  const row = (matrix: Matrix, i: number) => sum(matrix[i] ?? []);
  const column = (matrix: Matrix, i: number) => sum(matrix.map((cells) => cells[i] ?? 0));
  const hit = (matrix: Matrix, i: number) => matrix[i]?.[i] ?? 0;
  const all = (matrix: Matrix) => sum(matrix.flat());

  const cases: Readonly<Record<string, [KerasMetric, (matrix: Matrix) => number | number[]]>> = {
    ConfusionMatrix: [new epochal.ConfusionMatrix(), (matrix) => matrix.flat()],
    SparseCategoricalAccuracy: [
      new epochal.SparseCategoricalAccuracy(),
      (matrix) => sum(ids.map((i) => hit(matrix, i))) / all(matrix),
    ],
    BalancedAccuracy: [
      new epochal.BalancedAccuracy(),
      (matrix) =>
        mean(ids.filter((i) => row(matrix, i) > 0).map((i) => hit(matrix, i) / row(matrix, i))),
    ],
    CohenKappa: [
      new epochal.CohenKappa(),
      (matrix) => {
        const observed = sum(ids.map((i) => hit(matrix, i))) / all(matrix);
        const chance = sum(ids.map((i) => row(matrix, i) * column(matrix, i))) / all(matrix) ** 2;
        return chance === 1 ? 0 : (observed - chance) / (1 - chance);
      },
    ],
    MatthewsCorrelation: [
      new epochal.MatthewsCorrelation(),
      (matrix) => {
        const covariance = (of: (i: number) => number, others: (i: number) => number) =>
          all(matrix) ** 2 - sum(ids.map((i) => of(i) * others(i)));
        const [rows, columns] = [(i: number) => row(matrix, i), (i: number) => column(matrix, i)];
        const top =
          all(matrix) * sum(ids.map((i) => hit(matrix, i))) -
          sum(ids.map((i) => rows(i) * columns(i)));
        return ratio(
          top,
          Math.sqrt(covariance(rows, rows)) * Math.sqrt(covariance(columns, columns)),
        );
      },
    ],
    MeanIoU: [
      new epochal.MeanIoU({ numClasses: CLASSES, sparseYPred: false }),
      (matrix) =>
        mean(
          ids.flatMap((i) => {
            const union = row(matrix, i) + column(matrix, i) - hit(matrix, i);
            return union === 0 ? [] : [hit(matrix, i) / union];
          }),
        ),
    ],
  };
  test.each(Object.entries(cases))("%s", (_, [metric, compute]) => {
    fc.assert(
      fc.property(classes, fc.boolean(), (data, isWeighted) => {
        const result = resultOf(metric.clone(), data, ({ scores }) => scores, isWeighted);
        expectNear(result, compute(matrixOf(data, isWeighted)));
      }),
    );
  });

  test("F1Score, one class against the rest, ties calling each of them", () => {
    fc.assert(
      fc.property(classes, fc.boolean(), (data, isWeighted) => {
        const f1 = new epochal.F1Score();
        const result = resultOf(f1, data, ({ scores }) => scores, isWeighted);
        const expected = ids.map((id) => {
          const one = data.map(({ label, scores, weight: each }) => {
            const highest = Math.max(...scores);
            const isCalled = scores[id] === highest && highest > 1e-9;
            return { label: Number(label === id), score: Number(isCalled), weight: each };
          });
          const { tp, fp, fn } = naive(one, isWeighted, 0.5);
          return ratio(2 * tp, 2 * tp + fp + fn);
        });
        expectNear(result, expected);
      }),
    );
  });
});
