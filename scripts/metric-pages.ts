// Writes a page for each metric from its doc comment, and their index: node scripts/metric-pages.ts [--check]
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readMetric } from "./metric-pages/read-metric.ts";
import { renderIndex, renderPage } from "./metric-pages/render-page.ts";
import { root } from "./run-command.ts";

const isCheck = process.argv.includes("--check");
const source = path.join(root, "packages/callbacks");
const folder = path.join(source, "docs/metrics");

const naming = JSON.parse(
  readFileSync(path.join(source, "test/golden/keras-naming.json"), "utf8"),
) as { classes: Record<string, unknown> };
const keras = new Set([...Object.keys(naming.classes), "MeanMetricWrapper"]);

const metrics = globSync("src/metrics/*/*.ts", { cwd: source })
  .filter((file) => !file.endsWith(".test.ts"))
  .toSorted()
  .flatMap((file) => readMetric(path.join(source, file)) ?? []);
const pages = new Map([
  ["README.md", renderIndex(metrics, keras)],
  ...metrics.map((metric): [string, string] => [`${metric.file}.md`, renderPage(metric)]),
]);

mkdirSync(folder, { recursive: true });
const present = new Set(readdirSync(folder));
const faults = [
  ...[...present].filter((file) => !pages.has(file)).map((file) => `${file} is of no metric`),
  ...[...pages].flatMap(([file, page]) =>
    present.has(file) && readFileSync(path.join(folder, file), "utf8") === page
      ? []
      : [`${file} is not what the doc comment says`],
  ),
];
if (isCheck) {
  for (const fault of faults) console.error(`packages/callbacks/docs/metrics/${fault}`);
  if (faults.length > 0) console.error("To write them: node scripts/metric-pages.ts");
  process.exitCode = faults.length > 0 ? 1 : 0;
} else {
  for (const file of present) if (!pages.has(file)) rmSync(path.join(folder, file));
  for (const [file, page] of pages) writeFileSync(path.join(folder, file), page);
}
console.log(
  `${metrics.length} metrics, ${faults.length} pages ${isCheck ? "out of date" : "written"}`,
);
