import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { openStore } from "@epochal/store";
import { expect, onTestFinished, test } from "vitest";
import { callEpochal } from "../../test/call-epochal.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";

test("a training in another process saves, stops and is noted as people ask, and says who did", async () => {
  const location = path.join(temporaryFolder(), "runs.db");
  const program = fileURLToPath(new URL("../../test/train.ts", import.meta.url));
  const child = spawn(process.execPath, [program, location], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  await new Promise((resolve) => child.stdout.once("data", resolve));
  const store = await openStore(location);
  onTestFinished(() => store.close());
  const find = async () => (await store.listRuns()).runs[0];
  while ((await find())?.series.length === undefined) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const ask = async (...args: string[]) => {
    const { code, stdout, stderr } = await callEpochal([...args, "--store", location]);
    expect([code, stderr]).toEqual([0, ""]);
    return stdout;
  };
  expect(await ask("save", "long", "--by", "ana")).toContain("long: asked to save its weights");
  expect(await ask("note", "long", "for the paper", "--by", "ben")).toBe("long: noted.\n");
  expect(await ask("stop", "long")).toBe("long: asked to stop after this epoch.\n");
  expect(await ended).toBe(0);

  const run = await find();
  expect(run?.status.state).toBe("stopped_early");
  expect(run?.status.reason).toMatch(/^.+@.+ asked to stop$/);
  const { events, requests } = await store.getRun(run?.id ?? "");
  const told = events.map(({ event }) => event);
  expect(told).toContainEqual({ type: "note", text: "for the paper", by: "ben" });
  expect(told.filter(({ type }) => type === "request")).toMatchObject([
    { want: "save_weights", by: "ana", outcome: expect.stringMatching(/^saved to /) },
    { want: "stop", outcome: "training stops after this epoch" },
  ]);
  expect(requests.every(({ takenAt }) => takenAt !== undefined)).toBe(true);
  const saved = told.find(({ type }) => type === "checkpoint");
  expect(existsSync(path.join(saved?.type === "checkpoint" ? saved.path : "", "model.json"))).toBe(
    true,
  );

  const late = await callEpochal(["stop", "long", "--store", location]);
  expect(late).toMatchObject({
    code: 1,
    stderr: "epochal: The run long is stopped early: no process can hear a request.\n",
  });
}, 240_000);
