// Writes a page for each metric, callback and function from its doc comment, and their indices:
// node scripts/doc-pages.ts [--check]
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readSubject, type Subject } from "./doc-pages/read-subject.ts";
import {
  renderCallbackIndex,
  renderFunctionIndex,
  renderMetricIndex,
} from "./doc-pages/render-index.ts";
import { renderPage } from "./doc-pages/render-page.ts";
import { root } from "./run-command.ts";

const isCheck = process.argv.includes("--check");
const home = path.join(root, "packages/callbacks");
const read = (file: string) => readFileSync(path.join(home, file), "utf8");

const naming = JSON.parse(read("test/golden/keras-naming.json")) as {
  classes: Record<string, unknown>;
};
const keras = new Set([...Object.keys(naming.classes), "MeanMetricWrapper"]);

/** What index.ts makes public and documents: classes and functions, not types, with the files they stand in. */
const exported = [
  ...read("src/index.ts").matchAll(/export \{([^}]*)\} from "\.\/([^"]*)"/g),
].flatMap(([, names = "", source = ""]) =>
  names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "))
    .map((name) => ({ name, source })),
);
const names = new Set(exported.map(({ name }) => name));
/** What users build their own metrics with has a page of its own kind. */
const bases = new Set(["Metric", "Variable"]);
const subjects = exported
  .filter(({ name }) => !bases.has(name))
  .map(({ name, source }) => readSubject(path.join(home, "src"), source, name))
  .toSorted((a, b) => (a.source < b.source ? -1 : 1));
const metrics = subjects.filter(({ source }) => source.startsWith("metrics/"));
const functions = subjects.filter(({ isFunction }) => isFunction);
const callbacks = subjects.filter((each) => !metrics.includes(each) && !functions.includes(each));

function pagesOf(folder: string, list: readonly Subject[], index: string): [string, string][] {
  return [
    [`${folder}/README.md`, index],
    ...list.map((each): [string, string] => [
      `${folder}/${each.page}.md`,
      renderPage(each, folder === "metrics", names),
    ]),
  ];
}

const docs = path.join(home, "docs");
const pages = new Map([
  ...pagesOf("metrics", metrics, renderMetricIndex(metrics, keras)),
  ...pagesOf("callbacks", callbacks, renderCallbackIndex(callbacks)),
  ...pagesOf("functions", functions, renderFunctionIndex(functions)),
]);
const present = ["metrics", "callbacks", "functions"].flatMap((folder) => {
  mkdirSync(path.join(docs, folder), { recursive: true });
  return readdirSync(path.join(docs, folder)).map((file) => `${folder}/${file}`);
});
const faults = [
  ...present.filter((file) => !pages.has(file)).map((file) => `${file} is of nothing`),
  ...[...pages].flatMap(([file, page]) =>
    present.includes(file) && read(`docs/${file}`) === page
      ? []
      : [`${file} is not what the doc comment says`],
  ),
];
if (isCheck) {
  for (const fault of faults) console.error(`packages/callbacks/docs/${fault}`);
  if (faults.length > 0) console.error("To write them: node scripts/doc-pages.ts");
  process.exitCode = faults.length > 0 ? 1 : 0;
} else {
  for (const file of present) if (!pages.has(file)) rmSync(path.join(docs, file));
  for (const [file, page] of pages) writeFileSync(path.join(docs, file), page);
}
console.log(`${pages.size} pages, ${faults.length} ${isCheck ? "out of date" : "written"}`);
