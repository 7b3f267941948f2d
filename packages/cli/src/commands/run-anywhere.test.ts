import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { openStore } from "@epochal/store";
import { someOf } from "@epochal/testing/full";
import { newSeed } from "@epochal/testing/random";
import { afterAll, expect, test } from "vitest";
import { runEpochal } from "../../test/run-epochal.ts";

const home = fileURLToPath(new URL("../..", import.meta.url));
const bin = path.join(home, "bin/epochal.js");
const root = mkdtempSync(path.join(tmpdir(), "epochal-anywhere-"));
const seed = newSeed();

symlinkSync(path.join(home, "node_modules"), path.join(root, "node_modules"));
writeFileSync(
  path.join(root, "model.mjs"),
  `import * as tf from "@tensorflow/tfjs";
  export { tf };
  export const [x, y] = [tf.ones([8, 2]), tf.ones([8, 1])];
  export function modelOf() {
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
    model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
    return model;
  }`,
);

afterAll(() => rmSync(root, { recursive: true, force: true }));

const imports = 'import { modelOf, tf, x, y } from "./model.mjs";\n';
const fit = "await modelOf().fit(x, y, { epochs: 2, verbose: 0 });\n";

/** Writes a program, and gives back the words that start it: into a store of its own. */
function programOf(name: string, text: string): { store: string; words: readonly string[] } {
  writeFileSync(path.join(root, `${name}.mjs`), text);
  const store = path.join(root, `${name}.db`);
  return { store, words: ["run", "--store", store, "--project", "demo", `${name}.mjs`] };
}

async function endsIn(store: string): Promise<(string | undefined)[]> {
  const opened = await openStore(store, { create: false });
  const { runs } = await opened.listRuns();
  await opened.close();
  return runs.map(({ status: { state, reason } }) => (reason ? `${state}: ${reason}` : state));
}

interface Odd {
  readonly what: string;
  readonly text: string;
  readonly code: number;
  readonly ends: readonly string[];
}

/** Programs that do what nobody expects of them. */
const odd: readonly Odd[] = [
  {
    what: "ends the process after its fit",
    text: `${imports}${fit}process.exit(0);`,
    code: 0,
    ends: ["finished"],
  },
  {
    what: "ends the process within a fit",
    text: `${imports}await modelOf().fit(x, y, { epochs: 9, callbacks: { onEpochEnd: () => process.exit(4) } });`,
    code: 4,
    ends: ["failed: the process ended with exit code 4"],
  },
  {
    what: "throws when all is over",
    text: `${imports}${fit}setTimeout(() => { throw new TypeError("too late"); }, 5);`,
    code: 1,
    ends: ["failed: TypeError: too late"],
  },
  {
    what: "deletes its working directory",
    text: `import { mkdtempSync, rmdirSync } from "node:fs";
      const folder = mkdtempSync("/tmp/epochal-gone-");
      process.chdir(folder);
      rmdirSync(folder);
      const { modelOf, x, y } = await import("./model.mjs");
      ${fit}`,
    code: 0,
    ends: ["finished"],
  },
  {
    what: "has a fit of its own",
    text: `${imports}const stock = tf.LayersModel.prototype.fit;
      let calls = 0;
      tf.LayersModel.prototype.fit = async function (...given) {
        calls++;
        return stock.apply(this, given);
      };
      ${fit}const odd = modelOf();
      odd.fit = () => "nothing";
      odd.fit();
      process.exit(calls === 1 ? 0 : 1);`,
    code: 0,
    ends: ["finished"],
  },
  {
    what: "trains in worker threads",
    text: `import { isMainThread, Worker } from "node:worker_threads";
      if (isMainThread) {
        const worker = () => new Promise((ended) => new Worker(new URL(import.meta.url)).on("exit", ended));
        await Promise.all([worker(), worker()]);
      } else {
        const { modelOf, x, y } = await import("./model.mjs");
        ${fit}
      }`,
    code: 0,
    ends: ["finished", "finished"],
  },
  {
    what: "trains in child processes",
    text: `import { execFileSync, fork } from "node:child_process";
      if (process.argv[2] === "child") {
        const { modelOf, x, y } = await import("./model.mjs");
        ${fit}process.disconnect?.();
      } else {
        execFileSync(process.execPath, [process.argv[1], "child"]);
        fork(process.argv[1], ["child"]);
      }`,
    code: 0,
    ends: ["finished", "finished"],
  },
  {
    what: "trains on data that break off",
    text: `${imports}function* batches() {
        yield { xs: x, ys: y };
        throw new Error("no more images");
      }
      await modelOf().fitDataset(tf.data.generator(batches), { epochs: 2, verbose: 0 });`,
    code: 1,
    ends: [expect.stringMatching(/^failed: Error: .*no more images/)],
  },
  {
    what: "trains in two copies of TensorFlow.js",
    text: `${imports}const { default: other } = await import("@tensorflow/tfjs/dist/tf.es2017.js");
      ${fit}const layer = other.layers.dense({ name: "other", units: 1, inputShape: [2] });
      const model = other.sequential({ layers: [layer] });
      model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
      await model.fit(x, y, { epochs: 3, verbose: 0 });`,
    code: 0,
    ends: ["finished", "finished"],
  },
  {
    what: "prints no more and hides its errors",
    text: `${imports}process.stdout.write = () => true;
      process.stderr.write = () => true;
      Error.stackTraceLimit = 0;
      try {
        await modelOf().fit(tf.ones([8, 3]), y);
      } catch {}
      globalThis.Promise = undefined;`,
    code: 0,
    ends: [expect.stringMatching(/^failed: /)],
  },
];

test.concurrent.each(someOf(odd, seed, () => ["odd"]))(
  `a program that $what (seed ${seed})`,
  async ({ what, text, code, ends }) => {
    const { store, words } = programOf(what.replaceAll(" ", "-"), text);
    const finished = await runEpochal(words, { cwd: root });
    expect(finished.code, finished.stderr).toBe(code);
    expect(await endsIn(store)).toEqual(ends);
  },
);

test.concurrent("hands a signal on, and ends by it", async () => {
  const text = `${imports}process.stdout.write("ready\\n");
    const onEpochEnd = () => new Promise((turned) => setTimeout(turned, 5));
    await modelOf().fit(x, y, { epochs: 1e6, verbose: 0, callbacks: { onEpochEnd: async (epoch) => {
      await onEpochEnd();
      if (epoch === 3) process.stdout.write("trains\\n");
    } } });`;
  const { store, words } = programOf("long", text);
  const child = spawn(process.execPath, [bin, ...words], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk;
    if (said.includes("trains")) child.kill("SIGTERM");
  });
  const end = await new Promise((resolve) =>
    child.on("close", (code, signal) => resolve([code, signal])),
  );
  expect(end).toEqual([null, "SIGTERM"]);
  expect(await endsIn(store)).toEqual(["interrupted: SIGTERM"]);
});

test.concurrent("a program in a terminal has it as its own, and hears Ctrl-C once", async () => {
  const text = `let heard = 0;
    process.on("SIGINT", () => {
      if (heard++ === 0) setTimeout(() => {
        console.log("heard", heard, process.stdin.isTTY, process.stdout.isTTY, process.stderr.isTTY);
        process.exit(3);
      }, 300);
    });
    console.log("ready");
    setInterval(() => {}, 1000);`;
  const { words } = programOf("polite", text);
  const python = [path.join(home, "test/in-terminal.py"), process.execPath, bin, ...words];
  const { stdout } = spawnSync("python3", python, { cwd: root, encoding: "utf8" });
  const plain = stripVTControlCharacters(stdout);
  expect(plain).toContain("heard 1 true true true");
  expect(plain).toContain("exit code 3");
});
