import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { openStore, type RunDetails } from "@epochal/store";
import { afterAll, expect, test } from "vitest";
import { runEpochal } from "../../test/run-epochal.ts";

const programs = fileURLToPath(new URL("../../test/programs/", import.meta.url));
/** Its folders have a blank in their names, which options of Node.js must bear. */
const root = mkdtempSync(path.join(tmpdir(), "epochal run "));

afterAll(() => rmSync(root, { recursive: true, force: true }));

// What removes itself at the end of a test does not know which of several it belongs to.
const temporaryFolder = () => mkdtempSync(path.join(root, "f"));

/** The runs of a store with all there is of them, in the order in which they were started. */
async function runsIn(location: string): Promise<RunDetails[]> {
  const store = await openStore(location, { create: false });
  try {
    const { runs } = await store.listRuns();
    return await Promise.all(runs.toReversed().map(({ id }) => store.getRun(id)));
  } finally {
    await store.close();
  }
}

interface Recorded {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What the command itself said. */
  readonly said: string;
  readonly runs: readonly RunDetails[];
}

async function record(program: string, ...args: readonly string[]): Promise<Recorded> {
  const location = path.join(temporaryFolder(), "runs.db");
  const file = path.resolve(programs, program);
  const line = ["run", "--store", location, "--project", "demo", file, ...args];
  const { code, stdout, stderr } = await runEpochal(line, { cwd: path.dirname(location) });
  const said = stderr.split("\n").filter((each) => each.startsWith("epochal: "));
  return { code, stdout, stderr, said: said.join("\n"), runs: await runsIn(location) };
}

const keysOf = (run: RunDetails | undefined) => run?.series.map(({ key }) => key) ?? [];
const epochsOf = (run: RunDetails | undefined) =>
  run?.series.find(({ key }) => key === "loss")?.count;
const eventOf = (run: RunDetails | undefined, type: string) =>
  run?.events.find(({ event }) => event.type === type)?.event;

test.concurrent("records a program on images, with its values, its config and its output", async () => {
  const { code, stdout, said, runs } = await record("image.mjs", "--rate", "0.5");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^(?:epoch \d accuracy 0\.\d\d\n){3}done\n$/);
  const [run] = runs;
  expect(runs).toHaveLength(1);
  expect(run).toMatchObject({ project: "demo", status: { state: "finished" } });
  expect(keysOf(run)).toEqual(expect.arrayContaining(["loss", "val_acc", "val_precision"]));
  expect(epochsOf(run)).toBe(3);
  expect(run?.config).toMatchObject({
    args: { rate: 0.5 },
    optimizer: "adam",
    learningRate: 0.01,
    batchSize: 8,
    layers: { conv2D1: { filters: 4, activation: "relu" }, dropout1: { rate: 0.1 } },
  });
  expect(eventOf(run, "batch_means")).toMatchObject({
    keys: ["acc", "precision"],
    inexact: [{ key: "precision", exact: "Precision" }],
  });
  expect(eventOf(run, "output")).toMatchObject({
    lines: expect.arrayContaining([expect.stringMatching(/^epoch 2 accuracy/), "done"]),
  });
  expect(said).toContain(`recorded ${run?.name} in demo: finished, best `);
  expect(said).toContain(`npx epochal show ${run?.id} --store `);
  expect(said).toContain(`http://127.0.0.1:4300/runs/${run?.id} while npx epochal`);
});

test.concurrent("records a program on texts, CommonJS that fits one epoch at a time, as one run", async () => {
  const { code, stdout, runs } = await record("text.cjs");
  expect([code, stdout.split("\n").length]).toEqual([0, 4]);
  expect(runs).toHaveLength(1);
  expect(epochsOf(runs[0])).toBe(3);
  expect(runs[0]?.events.filter(({ event }) => event.type === "fit")).toHaveLength(3);
  expect(runs[0]?.config).toMatchObject({
    optimizer: "rmsprop",
    layers: { embedding1: { outputDim: 3 } },
  });
});

test.concurrent("records a TypeScript program on a time series that stops early, and no secret of its arguments", async () => {
  const secret = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
  const { code, stdout, runs } = await record("series.ts", "--units", "4", "--token", secret);
  expect([code, stdout]).toEqual([0, "foretold with 4 units\n"]);
  const [run] = runs;
  expect(run?.status.state).toBe("stopped_early");
  expect(eventOf(run, "stopped_early")).toMatchObject({ epoch: 2, monitor: "val_loss" });
  expect(run?.config).toMatchObject({ args: { units: 4 }, optimizer: "momentum" });
  expect(JSON.stringify(run)).not.toContain(secret);
});

test.concurrent("records two models as two runs, and the first one goes on with its own", async () => {
  const { code, stdout, said, runs } = await record("two-models.mjs");
  expect([code, stdout]).toEqual([0, ""]);
  expect(runs.map(epochsOf)).toEqual([3, 3]);
  expect(runs.map(({ status }) => status.state)).toEqual(["finished", "finished"]);
  expect(runs.map(({ resumed }) => resumed)).toEqual([1, 0]);
  expect(said).toContain("http://127.0.0.1:4300/projects/demo while");
});

test.concurrent("records how a program failed, with its stack and its last lines, and ends as it does", async () => {
  const { code, stdout, stderr, said, runs } = await record("fails.mjs");
  expect([code, stdout], stderr).toEqual([1, "training begins\n"]);
  expect(stderr).toMatch(/fails\.mjs:\d+\n {2}throw new Error\(/);
  expect(stderr).toContain("Error: no room for the model on the disk\n    at saveTheModel");
  const [run] = runs;
  expect(run?.status).toMatchObject({
    state: "failed",
    reason: "Error: no room for the model on the disk",
  });
  expect(run?.segments[0]?.stack).toMatch(/at saveTheModel .*fails\.mjs:\d+/);
  expect(eventOf(run, "output")).toMatchObject({
    lines: expect.arrayContaining(["training begins", "epoch 1 is over"]),
  });
  expect(said).toContain("in demo: failed: Error: no room for the model on the disk");
});

test.concurrent("hands on arguments, and says where nothing was trained", async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "echo.mjs");
  writeFileSync(
    file,
    `const [, script, ...args] = process.argv;
    console.log(JSON.stringify([script, args, process.execArgv]));
    process.exitCode = 7;`,
  );
  const args = ["--project", "mine", "--json", "-h", "--", "a b", "$HOME", ""];
  const { code, stdout, stderr } = await runEpochal(["run", file, ...args], { cwd: folder });
  expect(code).toBe(7);
  expect(JSON.parse(stdout)).toEqual([file, args, []]);
  expect(stderr).toBe(
    "epochal: nothing was trained: the program loaded no TensorFlow.js. One that is within a bundle cannot be seen.\n",
  );
});

test.concurrent("prints what was recorded as one line of JSON", async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "nothing.cjs");
  writeFileSync(file, "");
  const { code, stdout, stderr } = await runEpochal(["run", "--json", file], { cwd: folder });
  expect([code, stdout]).toEqual([0, ""]);
  expect(JSON.parse(stderr)).toEqual({
    store: path.join(folder, ".epochal", "runs.db"),
    exitCode: 0,
    runs: [],
  });
});

test.concurrent.each([
  ["missing.ts", "epochal: there is no file missing.ts.\n"],
  ["no-such-command", "epochal: there is no script and no command no-such-command.\n"],
])("says that %s cannot be started", async (word, said) => {
  const cwd = temporaryFolder();
  expect(await runEpochal(["run", word], { cwd })).toEqual({ code: 1, stdout: "", stderr: said });
});

test.concurrent("leaves a program that records itself alone, and one that says autolog() records once", async () => {
  const { code, runs, said } = await record("records-itself.mjs");
  expect(code).toBe(0);
  expect(runs.map(({ name, project }) => [project, name])).toEqual([
    ["own", "its own"],
    ["logged", expect.any(String)],
  ]);
  expect(runs.map(epochsOf)).toEqual([2, 1]);
  expect(said).toContain("recorded its own in own: finished");
});
