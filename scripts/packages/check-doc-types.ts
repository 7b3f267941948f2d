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
  await must(`types of ${count} ts blocks of the docs`, "npx", ["tsc", "-p", project], {
    cwd: folder,
  });
}

/** Type-checks a program of the store where nothing else is installed, the types of the packages included. */
export async function checkStoreAlone(folder: string): Promise<void> {
  writeFileSync(
    path.join(folder, "alone.mts"),
    `import { cardOf, type RecordedEvent } from "@epochal/conclusions";
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
  );
  const project = path.join(folder, "tsconfig.alone.json");
  writeFileSync(project, JSON.stringify({ compilerOptions: strict, files: ["alone.mts"] }));
  await must("types of the store, installed alone", "npx", ["tsc", "-p", project], { cwd: folder });
}
