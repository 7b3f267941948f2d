import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import type { MetricResult } from "../src/any-metric/metric-result.ts";
import type { HostArray, MetricInput } from "../src/arrays/host-array.ts";
import type { Metric } from "../src/metrics/metric.ts";
import { type FormedMetric, formedMetrics, variantMetrics } from "./formed-metrics.ts";
import {
  asRead,
  type FormBatch,
  formBatches,
  type InputForm,
  inputForms,
  type Reading,
} from "./input-forms.ts";

const allMetrics = [...formedMetrics, ...variantMetrics];

type AnyMetric = Metric<MetricResult>;
type Convert = (array: HostArray) => MetricInput;

function resultOf(
  metric: AnyMetric,
  batches: readonly FormBatch[],
  toLabels: Convert = (array) => array,
): MetricResult {
  for (const { truth, predictions, weights } of batches) {
    metric.updateState(toLabels(truth), predictions, weights);
  }
  return metric.result();
}

function isClose(a: MetricResult, b: MetricResult): boolean {
  const [values, others] = [[a].flat(2), [b].flat(2)] as [number[], number[]];
  return (
    values.length === others.length &&
    values.every(
      (value, i) => Math.abs(value - (others[i] ?? Number.NaN)) <= 1e-9 + 1e-12 * Math.abs(value),
    )
  );
}

const outcomes = new Map<string, Reading | Error>();

/** Which reading of these data gives the metric's value; the error where it refuses them. */
function outcomeOf(
  metric: FormedMetric,
  form: InputForm,
  weightShape?: readonly number[],
): Reading | Error {
  const id = JSON.stringify([metric.title, form.title, weightShape]);
  const outcome = outcomes.get(id) ?? findOutcome(metric, form, weightShape);
  outcomes.set(id, outcome);
  return outcome;
}

function findOutcome(
  { create, reference }: FormedMetric,
  form: InputForm,
  weightShape: readonly number[] | undefined,
): Reading | Error {
  const batches = formBatches(form, weightShape);
  let result: MetricResult;
  try {
    result = resultOf(create(), batches);
  } catch (error) {
    return error as Error;
  }
  const found = form.readings.find((reading) => {
    const read = batches.map((batch) => asRead(batch, reading));
    try {
      return (
        !read.includes(undefined) && isClose(resultOf(reference(), read as FormBatch[]), result)
      );
    } catch {
      return false;
    }
  });
  if (found !== undefined) return found;
  throw new Error(`no reading of ${form.title} gives ${JSON.stringify(result)}`);
}

const shown = ({ shape }: HostArray) => `[${shape}]`;

describe.each(allMetrics.map((metric) => [metric.title, metric] as const))("%s", (_, metric) => {
  test.each(inputForms.map((form) => [form.title, form] as const))("of %s", (__, form) => {
    const outcome = outcomeOf(metric, form);
    if (outcome instanceof Error) {
      expect(outcome).toBeInstanceOf(RangeError);
      expect(outcome.message).toContain(`${metric.create().constructor.name}: `);
      expect(outcome.message).toMatch(/Received: /);
      const shapes = formBatches(form).flatMap((each) => [each.truth, each.predictions].map(shown));
      expect(
        shapes.some((shape) => outcome.message.includes(shape)),
        outcome.message,
      ).toBe(true);
      return;
    }
    const batches = formBatches(form);
    const expected = resultOf(metric.create(), batches);
    const isBinary = form.labels !== "classes";
    for (const dtype of ["float32", "int32", ...(isBinary ? ["bool" as const] : [])] as const) {
      const tensors: tf.Tensor[] = [];
      const toTensor: Convert = ({ values, shape }) => {
        const made = tf.tensor(Array.from(values), [...shape], dtype);
        tensors.push(made);
        return made;
      };
      expect(resultOf(metric.create(), batches, toTensor)).toEqual(expected);
      tf.dispose(tensors);
    }
    const nothing = {
      truth: { values: [], shape: [0, ...form.labelShape] },
      predictions: { values: [], shape: [0, ...form.predictionShape] },
    };
    expect(resultOf(metric.create(), [nothing])).toEqual(metric.create().result());
    expect(resultOf(metric.create(), [nothing, ...batches, nothing])).toEqual(expected);
    for (const weightShape of form.weights) {
      const weighted = outcomeOf(metric, form, weightShape);
      if (!(weighted instanceof Error)) continue;
      expect(weighted).toBeInstanceOf(RangeError);
      expect(weighted.message).toMatch(/sampleWeight must fit/);
      const shapes = formBatches(form, weightShape).map(({ weights }) => `[${weights?.shape}]`);
      expect(
        shapes.some((shape) => weighted.message.includes(shape)),
        weighted.message,
      ).toBe(true);
    }
  });
});

test("a single number is a sample of its own, or refused by its shape", () => {
  for (const { title, create, reference } of allMetrics) {
    let result: MetricResult;
    try {
      result = resultOf(create(), [
        { truth: { values: [1], shape: [] }, predictions: { values: [0.75], shape: [] } },
      ]);
    } catch (error) {
      expect(String(error), title).toMatch(/^RangeError: .*Received: .*\[\]/);
      continue;
    }
    const column = { values: [1], shape: [1, 1] };
    const one = { truth: column, predictions: { values: [0.75], shape: [1, 1] } };
    let expected: MetricResult | undefined;
    try {
      expected = resultOf(reference(), [one]);
    } catch {}
    if (expected !== undefined) expect(result, title).toEqual(expected);
  }
});

test("the documentation lists what each metric makes of each form", async () => {
  const cells = new Map<string, string[]>();
  const weighted = new Map<string, string[]>();
  for (const metric of allMetrics) {
    const found = inputForms.map((form) => outcomeOf(metric, form));
    const row = found.map((outcome) => (outcome instanceof Error ? "error" : outcome));
    const key = row.join(" | ");
    cells.set(key, [...(cells.get(key) ?? []), metric.title]);
    const missing = inputForms.flatMap((form, i) =>
      found[i] instanceof Error
        ? []
        : form.weights
            .filter((shape) => outcomeOf(metric, form, shape) instanceof Error)
            .map(
              (shape) =>
                `\`[${["n", ...shape.map((length, j) => nameOf(length, j, form))].join(", ")}]\` beside ${form.title}`,
            ),
    );
    if (missing.length > 0) {
      const text = missing.join("; ");
      weighted.set(text, [...(weighted.get(text) ?? []), metric.title]);
    }
  }
  const letters = inputForms.map((_, i) => String.fromCharCode(65 + i));
  const page = [
    "# What metrics take",
    "",
    "Labels and predictions may come in these shapes; `n` are samples, `t` steps, `h` and `w` the rows and columns of an image, `c` classes or labels. Made by the tests.",
    "",
    "| | Labels, predictions |",
    "| --- | --- |",
    ...inputForms.map(({ title }, i) => `| ${letters[i]} | ${title} |`),
    "",
    "What a metric makes of them, and gives the same value for as for the plain form: **values**, each value is a sample, `[n, 1]`; **rows**, each row of the last dimension is a sample, `[n, c]`, also the steps of a series and the pixels of an image; **one-hot**, class numbers are the rows that have a 1 at the class; **one row**, the whole array is one sample, as in Keras; **error**, which names the form it takes and what it was given.",
    "",
    `| Metric | ${letters.join(" | ")} |`,
    `| --- |${" --- |".repeat(letters.length)}`,
    ...[...cells].map(([key, titles]) => `| ${titles.join(", ")} | ${key} |`),
    "",
    "Weights of samples, `[n]` or `[n, 1]`, and of steps and pixels, `[n, t]`, `[n, t, 1]`, `[n, h, w]`, `[n, h, w, 1]`, go with all of them, and one is never taken for the other where there are as many samples as steps. The exceptions, which are errors:",
    "",
    ...[...weighted].map(([text, titles]) => `- ${titles.join(", ")}: ${text}`),
    "",
    "`IoU` and `MeanIoU` take class numbers as predictions by default, in the shape of the labels. `Mean` and `Sum` take values, and what `MeanMetricWrapper` takes its function decides.",
    "",
    "Numbers may be tensors of any numeric type or booleans, typed arrays, or nested arrays; a batch of no samples changes nothing.",
    "",
  ];
  await expect(page.join("\n")).toMatchFileSnapshot("../docs/input-forms.md");
});

function nameOf(length: number, axis: number, { predictionShape }: InputForm): string {
  if (length === 1) return "1";
  return predictionShape.length > 2 ? (["h", "w"][axis] ?? "c") : (["t"][axis] ?? "c");
}
