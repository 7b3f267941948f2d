import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { someOf, whole } from "@epochal/testing/full";
import { newSeed } from "@epochal/testing/random";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStore, type RunStatus } from "../src/index.ts";
import { runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Endless, each of them: that they end at all is the signal's work. */
const busy = ["computes", "waits for nothing", "does nothing at all", "waits in vain"];
const seed = newSeed();
const endings = busy.flatMap((ending) => signals.map((signal) => [ending, signal] as const));

async function statusIn(location: string): Promise<RunStatus | undefined> {
  const store = await openStore(location);
  onTestFinished(() => store.close());
  return (await store.listRuns()).runs[0]?.status;
}

describe.skipIf(process.platform === "win32")("a signal while nothing is awaited", () => {
  it.each(someOf(endings, seed, (kinds) => kinds))(
    `ends a training that %s by %s, as interrupted (seed ${seed})`,
    async (ending, signal) => {
      const location = path.join(tempFolder(), "runs.db");
      const program = runProgram("train.ts", [location, ending]);
      await program.printed("ready");
      program.child.kill(signal);
      expect(await program.ended).toMatchObject({ code: null, signal, stderr: "" });
      expect(await statusIn(location)).toMatchObject({ state: "interrupted", reason: signal });
    },
  );

  it("ends a training in native code, whose thread cannot be interrupted", async () => {
    const location = path.join(tempFolder(), "runs.db");
    const program = runProgram("train.ts", [location, "is in native code"]);
    await program.printed("ready");
    program.child.kill("SIGINT");
    expect(await program.ended).toMatchObject({ code: null, signal: "SIGINT", stderr: "" });
    expect(await statusIn(location)).toMatchObject({ state: "interrupted", reason: "SIGINT" });
  });

  it("ends every run that is tracked", async () => {
    const location = path.join(tempFolder(), "runs.db");
    const program = runProgram("train.ts", [location, "computes in two runs"]);
    await program.printed("ready");
    program.child.kill("SIGINT");
    expect(await program.ended).toMatchObject({ signal: "SIGINT", stderr: "" });
    const store = await openStore(location);
    onTestFinished(() => store.close());
    const { runs } = await store.listRuns();
    expect(runs.map(({ status }) => status.state)).toEqual(["interrupted", "interrupted"]);
  });

  it.each([
    ["computes beside a polite listener", 7, null],
    ["is tracked beside an abrupt listener", 7, null],
    ["is tracked beside a listener that went", null, "SIGINT"],
  ])("leaves the process to a listener of the program's own: %s", async (ending, code, signal) => {
    const location = path.join(tempFolder(), "runs.db");
    const program = runProgram("train.ts", [location, ending]);
    await program.printed("ready");
    program.child.kill("SIGINT");
    expect(await program.ended).toMatchObject({ code, signal });
    expect(await statusIn(location)).toMatchObject({ state: "interrupted", reason: "SIGINT" });
  });

  it("ends the process whatever moment it comes at", async () => {
    const moments = fc.integer({ min: 0, max: 400 });
    await fc.assert(
      fc.asyncProperty(moments, async (ms) => {
        const location = path.join(tempFolder(), "runs.db");
        const program = runProgram("train.ts", [location, "computes"]);
        await program.printed("begins");
        await new Promise((resolve) => setTimeout(resolve, ms));
        program.child.kill("SIGINT");
        expect(await program.ended).toMatchObject({ code: null, signal: "SIGINT", stderr: "" });
        const status = await statusIn(location);
        // Before it is tracked nobody listens.
        expect(["interrupted", "killed"]).toContain(status?.state ?? "killed");
      }),
      { numRuns: whole(50) },
    );
  });

  it("ends the README's own example", async () => {
    const folder = tempFolder();
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const [, example = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(example).toContain("run.track(");
    const compute = `function compute() {\n  process.stdout.write("ready\\n");\n  for (const end = Date.now() + 20_000; Date.now() < end; );\n}\n`;
    const source = pathToFileURL(fileURLToPath(new URL("../src/index.ts", import.meta.url))).href;
    const program = path.join(folder, "example.ts");
    const text = example
      .replace('"@epochal/store"', JSON.stringify(source))
      .replace("run.log(", "compute(), run.log(");
    writeFileSync(program, compute + text);
    const running = runProgram(program, [], {
      cwd: folder,
      env: { ...process.env, EPOCHAL_STORE: path.join(folder, "runs.db") },
    });
    await running.printed("ready");
    running.child.kill("SIGINT");
    expect(await running.ended).toMatchObject({ code: null, signal: "SIGINT", stderr: "" });
    expect(await statusIn(path.join(folder, "runs.db"))).toMatchObject({ state: "interrupted" });
  });

  it("ends a program that may start no threads, at once while its event loop has not turned", async () => {
    const location = path.join(tempFolder(), "runs.db");
    const permission = [
      "--permission",
      "--allow-addons",
      "--allow-fs-read=*",
      "--allow-fs-write=*",
    ];
    const isKnown = spawnSync(process.execPath, [...permission, "--eval", "0"]).status === 0;
    if (!isKnown) return;
    for (const [ending, state] of [
      ["does nothing at all", "killed"],
      ["is tracked", "interrupted"],
    ] as const) {
      const program = runProgram("train.ts", [`${location}.${state}`, ending], {
        env: { ...process.env, NODE_OPTIONS: permission.join(" ") },
      });
      await program.printed("ready");
      if (state === "interrupted") await program.printed("turned");
      program.child.kill("SIGINT");
      expect(await program.ended).toMatchObject({ code: null, signal: "SIGINT" });
      expect((await statusIn(`${location}.${state}`))?.state).toBe(state);
    }
  });
});
