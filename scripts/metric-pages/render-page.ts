import { tagOf } from "./doc-comment.ts";
import type { MetricFacts } from "./read-metric.ts";

const better = { max: "higher", min: "lower" };

/** The page of a metric, in Markdown. */
export function renderPage(metric: MetricFacts): string {
  const { name, key, direction, doc, options, family, file } = metric;
  const [summary = "", ...rest] = doc.text.split(/\n\n/);
  const throws = doc.tags.filter(([tag]) => tag === "throws").map(([, text]) => flow(text));
  return [
    `# ${name}`,
    flow(summary),
    `Key in the logs: \`${key || "the function's name"}\`. Better: ${direction === undefined ? "neither way" : better[direction]}.`,
    ...rest.map(flow),
    "## Example",
    tagOf(doc, "example") ?? "",
    "## Options",
    table(
      ["Option", "Type", "Default", "Meaning"],
      options.map((option) => [
        `\`${option.name}\``,
        `\`${option.type}\``,
        option.default === undefined ? "must be given" : code(option.default),
        flow(option.text) || "The key in the logs; validation prefixes it with `val_`.",
      ]),
    ),
    ...(throws.length === 0 ? [] : ["## Throws", throws.map((each) => `- ${each}`).join("\n")]),
    `[All metrics](README.md) · [Source](../../src/metrics/${family}/${file}.ts)`,
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}

/** A row for each metric, family by family. */
export function renderIndex(metrics: readonly MetricFacts[], keras: ReadonlySet<string>): string {
  const families = [...new Set(metrics.map(({ family }) => family))];
  return [
    "# Metrics",
    "Every metric works in `compile()`, alone, and in a loop of your own; each page has its formula, its shapes and an example that runs in the tests. What differs from Keras: [deviations](../deviations.md). Which to watch: [loss and metric](../loss-and-metric.md). Your own: [custom metrics](../custom-metrics.md).",
    ...families.flatMap((family) => [
      `## ${family[0]?.toUpperCase()}${family.slice(1)}`,
      table(
        ["Metric", "Key in the logs", "Better", "In Keras 3.16", "What it is"],
        metrics
          .filter((metric) => metric.family === family)
          .map((metric) => [
            `[${metric.name}](${metric.file}.md)`,
            metric.key === "" ? "the function's name" : `\`${metric.key}\``,
            metric.direction === undefined ? "–" : better[metric.direction],
            keras.has(metric.name) ? `${metric.name} class` : "–",
            flow(metric.doc.text.split(/\n\n/)[0] ?? ""),
          ]),
      ),
    ]),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A paragraph in one line. */
function flow(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ").trim();
}

/** A value in code marks; a sentence as it is. */
function code(value: string): string {
  const flat = flow(value);
  return /^[-\w.[\]", ]+$/.test(flat) && !/ \w+ /.test(flat) ? `\`${flat}\`` : flat;
}
