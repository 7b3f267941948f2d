import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import type { MetricResult } from "../src/any-metric/metric-result.ts";
import type { Metric } from "../src/metrics/metric.ts";

export interface MetricContractArgs {
  /** What follows `yTrue` and `yPred` in shape: `[]` for one value a sample, `[3]` for rows of 3. @default [1] */
  readonly sampleShape?: readonly number[];
  /** The same for labels, where it differs: `[]` for class numbers beside rows of scores. @default that of predictions */
  readonly labelShape?: readonly number[];
  /** Labels of `size` values. @default 0 and 1, mostly as the scores say */
  readonly labels?: (size: number) => number[];
  /** Predictions of `size` values. @default scores in (0, 1) */
  readonly predictions?: (size: number) => number[];
  /** Whether weights of 2 double the result, as they do a count. @default false */
  readonly isCount?: boolean;
  /** Whether the result of all data is the same however it is cut into batches. @default true */
  readonly isAdditive?: boolean;
  /** Whether swapping labels of 0 and 1 must change the result; shows that labels are looked at. @default true */
  readonly dependsOnLabels?: boolean;
  /** Whether it merges, and saves its state. @default true */
  readonly hasState?: boolean;
}

type AnyMetric = Metric<MetricResult>;

const SAMPLES = 23;

/** The laws every metric passes. Call it at the top of a metric's test. */
export function metricContract(create: () => AnyMetric, args: MetricContractArgs = {}): void {
  const { sampleShape = [1], labels = likelyLabels, isAdditive = true } = args;
  const labelShape = args.labelShape ?? sampleShape;
  const yTrue = labels(SAMPLES * sizeOf(labelShape));
  const yPred = (args.predictions ?? scores)(SAMPLES * sizeOf(sampleShape));
  const sampleWeight = Array.from({ length: SAMPLES }, (_, i) => 0.5 + (i % 4));

  const rows = (values: readonly number[], from: number, to: number) => {
    const shape = values === yPred ? sampleShape : labelShape;
    return {
      values: values.slice(from * sizeOf(shape), to * sizeOf(shape)),
      shape: [to - from, ...shape],
    };
  };
  const update = (metric: AnyMetric, from = 0, to = SAMPLES, isWeighted = false): void => {
    const weights = isWeighted ? sampleWeight.slice(from, to) : undefined;
    metric.updateState(rows(yTrue, from, to), rows(yPred, from, to), weights);
  };
  const whole = (isWeighted = false): MetricResult => {
    const metric = create();
    update(metric, 0, SAMPLES, isWeighted);
    return metric.result();
  };

  describe("as every metric", () => {
    test.runIf(isAdditive).each([false, true])(
      "gives the same result for uneven batches as for all data at once (weighted: %s)",
      (isWeighted) => {
        const metric = create();
        let from = 0;
        for (const size of [1, 7, 3, 11, 1]) {
          update(metric, from, from + size, isWeighted);
          metric.result();
          from += size;
        }
        expect(from).toBe(SAMPLES);
        expectClose(metric.result(), whole(isWeighted));
      },
    );

    test("takes weights of 2 as every sample twice, and weights of 1 as none, as is null", () => {
      const weighted = create();
      weighted.updateState(rows(yTrue, 0, SAMPLES), rows(yPred, 0, SAMPLES), filled(2));
      const twice = create();
      for (let i = 0; i < 2; i++) update(twice);
      expectClose(weighted.result(), args.isCount ? twice.result() : whole());
      weighted.resetState();
      weighted.updateState(rows(yTrue, 0, SAMPLES), rows(yPred, 0, SAMPLES), filled(1));
      expectClose(weighted.result(), whole());
      const absent = create();
      absent.updateState(rows(yTrue, 0, SAMPLES), rows(yPred, 0, SAMPLES), null as never);
      expect(absent.result()).toEqual(whole());
    });

    if (args.dependsOnLabels ?? true)
      test("looks at the labels", () => {
        const highest = Math.max(...yTrue);
        const one = sizeOf(labelShape);
        const others = [
          yTrue.map((label) => highest - label),
          [...yTrue.slice(one), ...yTrue.slice(0, one)],
          yTrue.map((_, i) => yTrue[i % one] ?? 0),
        ];
        const results = others.map((changed) => {
          const metric = create();
          metric.updateState(rows(changed, 0, SAMPLES), rows(yPred, 0, SAMPLES));
          return JSON.stringify(metric.result());
        });
        expect(results.some((result) => result !== JSON.stringify(whole()))).toBe(true);
      });

    test("is as new after resetState", () => {
      const metric = create();
      const untouched = metric.result();
      update(metric, 0, 9, true);
      metric.resetState();
      expect(metric.result()).toEqual(untouched);
      update(metric);
      expectClose(metric.result(), whole());
    });

    test("forgets a NaN at resetState, and shows it until then", () => {
      const metric = create();
      update(metric);
      metric.updateState(rows(yTrue, 0, 1), {
        values: new Array<number>(sizeOf(sampleShape)).fill(Number.NaN),
        shape: [1, ...sampleShape],
      });
      update(metric);
      expect([metric.result()].flat(2).some(Number.isNaN)).toBe(true);
      metric.resetState();
      update(metric);
      expectClose(metric.result(), whole());
    });

    test.runIf(args.hasState ?? true).each([false, true])(
      "goes on from a state that went through JSON (weighted: %s)",
      (isWeighted) => {
        const uninterrupted = create();
        update(uninterrupted, 0, 9, isWeighted);
        const text = JSON.stringify(uninterrupted.getState());
        const resumed = create();
        update(resumed, 3, 5);
        resumed.setState(JSON.parse(text));
        expectClose(resumed.result(), uninterrupted.result());
        for (const metric of [uninterrupted, resumed]) update(metric, 9, SAMPLES, isWeighted);
        expectClose(resumed.result(), uninterrupted.result());
        expect(() => resumed.setState({ metric: "another", parts: [] })).toThrow(TypeError);
        expect(() => resumed.setState({ ...JSON.parse(text), parts: ["x"] })).toThrow(TypeError);
        expectClose(resumed.result(), uninterrupted.result());
        resumed.resetState();
        update(resumed);
        expectClose(resumed.result(), whole());
      },
    );

    test.runIf((args.hasState ?? true) && isAdditive).each([false, true])(
      "merges two halves into the whole (weighted: %s)",
      (isWeighted) => {
        const [left, right] = [create(), create()];
        update(left, 0, 9, isWeighted);
        update(right, 9, SAMPLES, isWeighted);
        const rightAlone = right.result();
        left.merge(create());
        left.merge(right);
        expectClose(left.result(), whole(isWeighted));
        expectClose(right.result(), rightAlone);
        const empty = create();
        empty.merge(left);
        expectClose(empty.result(), whole(isWeighted));
        expect(() => left.merge({} as never)).toThrow(TypeError);
      },
    );

    test("counts what is NaN", () => {
      const metric = create();
      update(metric, 0, 1);
      expect(metric.nanCount).toBe(0);
      const nan = rows(yPred, 0, 1).values.map(() => Number.NaN);
      metric.updateState(rows(yTrue, 0, 1), { ...rows(yPred, 0, 1), values: nan }, [Number.NaN]);
      expect(metric.nanCount).toBe(sizeOf(sampleShape) + 1);
    });

    test("clones into an independent metric of the same configuration", () => {
      const metric = create();
      update(metric, 0, 9);
      const before = metric.result();
      const clone = metric.clone();
      expect(clone).toBeInstanceOf(metric.constructor);
      expect(clone.name).toBe(metric.name);
      expect(clone.direction).toBe(metric.direction);
      expect(clone.result()).toEqual(create().result());
      update(clone);
      expectClose(clone.result(), whole());
      expect(metric.result()).toEqual(before);
    });

    test("gives the same result for tensors, typed arrays and nested arrays, and leaks no tensor", async () => {
      await tf.setBackend("cpu");
      const shape = [SAMPLES, ...sampleShape];
      const shapeOfLabels = [SAMPLES, ...labelShape];
      const tensors = [tf.tensor(yTrue, shapeOfLabels), tf.tensor(yPred, shape)] as const;
      const weights = tf.tensor1d(sampleWeight);
      const before = tf.memory().numTensors;
      const fromTensors = create();
      fromTensors.updateState(...tensors, weights);
      const result = fromTensors.result();
      expect(tf.memory().numTensors).toBe(before);
      const fromArrays = create();
      fromArrays.updateState(
        tensors[0].arraySync() as number[],
        tensors[1].arraySync() as number[],
        sampleWeight,
      );
      expect(fromArrays.result()).toEqual(result);
      const fromTyped = create();
      fromTyped.updateState(
        { values: Float32Array.from(yTrue), shape: shapeOfLabels },
        { values: Float32Array.from(yPred), shape },
        Float32Array.from(sampleWeight),
      );
      expect(fromTyped.result()).toEqual(result);
      tf.dispose([...tensors, weights]);
    });

    test("rejects labels and predictions of different shapes, and weights that do not fit, by name", () => {
      const metric = create();
      const name = metric.constructor.name;
      const wrongLabels = () => metric.updateState(rows(yTrue, 0, 4), rows(yPred, 0, 5));
      expect(wrongLabels).toThrow(RangeError);
      expect(wrongLabels).toThrow(
        new RegExp(
          `^${name}: yTrue (and yPred must have the same shape|must hold one class for each row of yPred)\\. Received: `,
        ),
      );
      const wrongWeights = () =>
        metric.updateState(rows(yTrue, 0, 4), rows(yPred, 0, 4), [1, 2, 3]);
      expect(wrongWeights).toThrow(RangeError);
      expect(wrongWeights).toThrow(`${name}: sampleWeight must fit`);
      expect(metric.result()).toEqual(create().result());
    });

    test("rejects what is not numbers, by name", () => {
      const metric = create();
      const name = metric.constructor.name;
      for (const wrong of [null, "0.5", [["a"]], [[1], [1, 2]], Promise.resolve([1]), [null]]) {
        const update = () => metric.updateState(rows(yTrue, 0, 1), wrong as never);
        expect(update).toThrow(TypeError);
        expect(update).toThrow(`${name}: yPred must`);
      }
    });

    test("takes an empty batch as nothing", () => {
      const metric = create();
      update(metric);
      const before = metric.result();
      metric.updateState(
        { values: [], shape: [0, ...labelShape] },
        { values: [], shape: [0, ...sampleShape] },
      );
      expect(metric.result()).toEqual(before);
    });

    test("takes its name as an option and says which way is better", () => {
      const Class = create().constructor as new (args: object) => AnyMetric;
      expect(create().name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
      expect(["max", "min", undefined]).toContain(create().direction);
      expect(() => new Class({ name: 3 })).toThrow(TypeError);
    });
  });
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

/** Class numbers, mostly of every class alike, to be given as `labels`. */
export function classNumbers(classes: number): (size: number) => number[] {
  return (size) => Array.from({ length: size }, (_, i) => ((i * 7) % 11) % classes);
}

/** Rows of one-hot labels, to be given as `labels`. */
export function oneHot(classes: number): (size: number) => number[] {
  return (size) =>
    classNumbers(classes)(size / classes).flatMap((label) =>
      Array.from({ length: classes }, (_, i) => Number(i === label)),
    );
}

function filled(weight: number): number[] {
  return new Array<number>(SAMPLES).fill(weight);
}

/** Mostly what the scores say. */
function likelyLabels(size: number): number[] {
  return scores(size).map((score, i) => Number(score > 0.5 !== (i % 4 === 0)));
}

/** Scores in (0, 1), exact in float32, some of them equal. */
function scores(size: number): number[] {
  return Array.from({ length: size }, (_, i) => (((i * 37) % 61) + 1) / 64);
}

function expectClose(actual: MetricResult, expected: MetricResult): void {
  const [values, others] = [[actual].flat(2), [expected].flat(2)] as [number[], number[]];
  expect(values).toHaveLength(others.length);
  for (const [i, value] of values.entries()) expect(value).toBeCloseTo(others[i] ?? 0, 12);
}
