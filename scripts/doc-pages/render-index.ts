import { document, summaryOf, table } from "./markdown.ts";
import { familyOf, keyOf, type Subject } from "./read-subject.ts";
import { better } from "./render-page.ts";

/** A row for each metric, family by family. */
export function renderMetricIndex(metrics: readonly Subject[], keras: ReadonlySet<string>): string {
  const families = [...new Set(metrics.map(familyOf))];
  return document([
    "# Metrics",
    "Every metric works in `compile()`, alone, and in a loop of your own; each page has its formula, its shapes and an example that runs in the tests. What differs from Keras: [deviations](../deviations.md). Which to watch: [loss and metric](../loss-and-metric.md). Your own: [custom metrics](../custom-metrics.md).",
    ...families.flatMap((family) => [
      `## ${family[0]?.toUpperCase()}${family.slice(1)}`,
      table(
        ["Metric", "Key in the logs", "Better", "In Keras 3.16", "What it is"],
        metrics
          .filter((metric) => familyOf(metric) === family)
          .map((metric) => [
            `[${metric.name}](${metric.page}.md)`,
            keyOf(metric) === "" ? "the function's name" : `\`${keyOf(metric)}\``,
            metric.direction === undefined ? "–" : better[metric.direction],
            keras.has(metric.name) ? `${metric.name} class` : "–",
            summaryOf(metric),
          ]),
      ),
    ]),
  ]);
}

/** A row for each callback. */
export function renderCallbackIndex(callbacks: readonly Subject[]): string {
  return document([
    "# Callbacks",
    "Every callback works in stock `fit()`, in a plain array beside plain objects and TensorFlow.js' own, in any order. What differs from Keras: [deviations](../deviations.md). Which metric to stop on: [early stopping](../early-stopping.md). After a crash: [resuming](../resuming.md).",
    table(
      ["Callback", "What it does"],
      callbacks.map((each) => [`[${each.name}](${each.page}.md)`, summaryOf(each)]),
    ),
  ]);
}

/** A row for each function. */
export function renderFunctionIndex(functions: readonly Subject[]): string {
  return document([
    "# Functions",
    table(
      ["Function", "What it does"],
      functions.map((each) => [`[${each.name}()](${each.page}.md)`, summaryOf(each)]),
    ),
  ]);
}
