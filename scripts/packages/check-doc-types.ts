import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root, runCommand } from "../run-command.ts";
import { codeBlocks } from "./code-blocks.ts";
import { must } from "./must.ts";

const strict = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noEmit: true,
  target: "es2023",
  module: "nodenext",
  moduleDetection: "force",
  types: ["node"],
};

/** Type-checks every `ts` block of the documents, each a program of its own, against the packages installed in `folder`. */
export async function checkDocTypes(folder: string): Promise<void> {
  const { output } = await runCommand("git", ["ls-files", "-co", "--exclude-standard", "*.md"], {
    quiet: true,
  });
  const programs = path.join(folder, "doc-blocks");
  mkdirSync(programs, { recursive: true });
  let count = 0;
  for (const file of output.split("\n").filter(Boolean)) {
    const blocks = codeBlocks(readFileSync(path.join(root, file), "utf8"));
    blocks.forEach(({ language, code }, i) => {
      if (language !== "ts") return;
      const name = `${file.replaceAll(/\W+/g, "-")}-${i + 1}.mts`;
      writeFileSync(path.join(programs, name), code);
      count++;
    });
  }
  if (count < 70) throw new Error(`Only ${count} ts blocks were found in the docs`);
  const project = path.join(folder, "tsconfig.doc-blocks.json");
  // TensorFlow.js' own types need it.
  const compilerOptions = { ...strict, skipLibCheck: true };
  writeFileSync(project, JSON.stringify({ compilerOptions, include: ["doc-blocks"] }));
  await must(`types of ${count} ts blocks of the docs`, "tsc", ["-p", project], {
    cwd: folder,
  });
}

/** A program for each package that shows its types to others. */
const programs = {
  record: `import { encodeRecord, type JournalRecord, parseRecord, type RunEvent, type RunWriter } from "@epochal/record";

export const writer: Pick<RunWriter, "event"> = { event: (event: RunEvent) => console.log(event.type) };
const event: RunEvent = { type: "weights_restored", epoch: 1, monitor: "auc", value: "NaN" };
const record: JournalRecord | string = parseRecord(encodeRecord({ type: "event", run: "r", at: 1, event }));
if (typeof record !== "string" && record.type === "values") console.log(record.values.loss, record.epoch?.toFixed());
// @ts-expect-error: a note has a text
writer.event({ type: "note" });
// @ts-expect-error: a record is not written to
event.epoch = 2;
`,
  conclusions: `import { epochWords, formatDuration } from "@epochal/conclusions";

const words: string = epochWords(6, 12) + formatDuration(1_000);
console.log(words);
`,
  panel: `import { type PanelRun, showRun } from "@epochal/panel";

const run: PanelRun = showRun(document.querySelector<HTMLElement>("#curves"), null, { metrics: ["loss"] });
run.log({ loss: 1 }, { epoch: 0 });
run.remove();
`,
  callbacks: `import { AUC, EarlyStopping, History } from "@epochal/callbacks";

const callbacks = [new History(), new EarlyStopping({ monitor: "val_auc", patience: 5 })];
console.log(callbacks.length, new AUC().name);
`,
  store: `import { cardOf, type RecordedEvent } from "@epochal/conclusions";
import type { RunCard } from "@epochal/record";
import { openStore, type RunDetails } from "@epochal/store";

const store = await openStore();
const run = await store.startRun({ project: "p", config: { units: 1 } });
run.event({ type: "note", text: "a note", by: "me" });
const details: RunDetails = await store.getRun(run.id);
const events: readonly RecordedEvent[] = details.events;
const card: RunCard = cardOf(events.map(({ event }) => event));
// @ts-expect-error: a note has a text
run.event({ type: "note" });
console.log(card.versions);
`,
};

export const packagesAlone = Object.keys(programs) as readonly (keyof typeof programs)[];

/** Type-checks a program of a package and its README where nothing else is installed, the types of the packages included. */
export async function checkAlone(name: keyof typeof programs, folder: string): Promise<void> {
  const blocks = codeBlocks(readFileSync(path.join(root, `packages/${name}/README.md`), "utf8"))
    .filter(({ language }) => language === "ts")
    .map(({ code }) => code);
  const files = [programs[name], ...blocks].map((code, i) => {
    const file = `alone-${i}.mts`;
    writeFileSync(path.join(folder, file), code);
    return file;
  });
  const project = path.join(folder, "tsconfig.alone.json");
  const compilerOptions = { ...strict, skipLibCheck: false };
  writeFileSync(project, JSON.stringify({ compilerOptions, files }));
  const { output } = await runCommand("tsc", ["-p", project], { cwd: folder, quiet: true });
  // The types of TensorFlow.js, which the callbacks need, do not hold to these rules.
  const faults = output
    .split("\n")
    .filter((line) => /^\S.*error TS/.test(line) && !theirs.test(line));
  if (faults.length > 0) throw new Error(`${name}, installed alone:\n${faults.join("\n")}`);
  console.log(`  types of ${name}, installed alone: ok`);
}

const theirs = /^\S*\bnode_modules\/(?:@tensorflow|@webgpu|@typescript)\//;
