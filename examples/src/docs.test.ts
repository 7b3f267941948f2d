import { spawn } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { type CodeBlock, codeBlocks } from "../../scripts/packages/code-blocks.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Program {
  /** The file, and which of its blocks it is. */
  readonly name: string;
  readonly code: string;
  /** What it prints, where the page shows it right behind. */
  readonly prints?: string;
}

function programsOf(file: string): Program[] {
  const blocks = codeBlocks(readFileSync(path.join(root, file), "utf8"));
  return blocks.flatMap(({ language, code }, at): Program[] => {
    if (language !== "ts") return [];
    const name = `${file}, block ${at + 1}`;
    const next: CodeBlock | undefined = blocks[at + 1];
    const isShown = code.includes("console.log") && next?.language === "";
    return [{ name, code, ...(isShown && { prints: next.code }) }];
  });
}

const programs = ["store", "conclusions", "cli"].flatMap((name) => {
  const folder = `packages/${name}/docs`;
  const files = readdirSync(path.join(root, folder)).filter((file) => file.endsWith(".md"));
  return files.flatMap((file) => programsOf(`${folder}/${file}`));
});

/** What the pages only declare: a store with a run that stopped early, its id, a model and its data. */
const given = (code: string) => `
import { openStore } from "@epochal/store";

const store = await openStore();
const run = await store.startRun({
  project: "bird-strikes",
  config: { units: 32, learningRate: 0.001 },
  record: false,
});
for (let epoch = 0; epoch < 12; epoch++) {
  const val_auc = 0.95 - Math.abs(epoch - 4) / 50;
  const [bestEpoch, wait] = [Math.min(epoch, 4), Math.max(0, epoch - 4)];
  run.log({ loss: 1 / (epoch + 1), val_loss: 0.5 + epoch / 50, val_auc }, { epoch });
  run.event({
    ...{ type: "early_stopping", epoch, monitor: "val_auc", mode: "max", value: val_auc, best: 0.95 },
    ...{ bestEpoch, minDelta: 0, wait, patience: 10, improved: wait === 0 },
  });
}
await run.flush();
globalThis.id = run.id;
${code.includes("store.request(") ? "" : "await run.finish();"}
${code.includes("purge({ ids") ? "await store.deleteRuns([run.id]);" : ""}
${
  code.includes("const model: tf")
    ? `const tf = await import("@tensorflow/tfjs");
globalThis.model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
globalThis.x = tf.ones([8, 1]);
globalThis.y = tf.ones([8, 1]);`
    : ""
}
`;

/** Lines such as `shownEpoch(6); // 7` hold what they say. */
function checked(code: string): string {
  const held = code.replaceAll(/^(\w+\(.*\)); \/\/ ("[^"\n]*"|[\d.]+)$/gm, "deepEqual($1, $2);");
  return held === code ? code : `import { deepEqual } from "node:assert/strict";\n${held}`;
}

test("the pages have programs, those that show what they print among them", () => {
  expect(programs.length).toBeGreaterThanOrEqual(15);
  expect(programs.filter(({ prints }) => prints !== undefined)).not.toEqual([]);
  expect(checked("shownEpoch(6); // 7")).toContain("deepEqual(shownEpoch(6), 7);");
});

test.each(programs)("$name runs, and prints what the page shows", async ({ code, prints }) => {
  const folder = mkdtempSync(path.join(tmpdir(), "epochal-docs-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(path.join(root, "examples/node_modules"), path.join(folder, "node_modules"));
  writeFileSync(path.join(folder, "given.mts"), given(code));
  writeFileSync(path.join(folder, "program.mts"), checked(code));
  const child = spawn(process.execPath, ["--import", "./given.mts", "program.mts"], {
    cwd: folder,
    env: { ...process.env, EPOCHAL_STORE: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk;
  });
  const ended = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  expect(ended, stderr).toBe(0);
  if (prints !== undefined) expect(stdout).toBe(prints);
});
