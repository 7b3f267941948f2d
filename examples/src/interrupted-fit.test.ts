import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileSystem } from "@epochal/callbacks";
import { openStore } from "@epochal/store";
import * as tf from "@tensorflow/tfjs";
import { describe, expect, onTestFinished, test } from "vitest";

const program = path.join(import.meta.dirname, "../test/interrupted-fit.ts");

function start(how: string) {
  const folder = mkdtempSync(path.join(tmpdir(), "epochal-interrupted-fit-"));
  const location = path.join(folder, "runs.db");
  const checkpoints = path.join(folder, "checkpoints");
  const training = spawn(process.execPath, [program, location, checkpoints, how], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => {
    training.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });
  let said = "";
  training.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ready = async () => {
    while (!said.includes("ready")) await once(training.stdout, "data");
  };
  const statusOf = async () => {
    const store = await openStore(location);
    const [run] = (await store.listRuns()).runs;
    const { status, events } = await store.getRun(run?.id ?? "");
    await store.close();
    return { status, events: events.map(({ event }) => event.type) };
  };
  return {
    training,
    ended: once(training, "exit"),
    ready,
    said: () => said,
    checkpoints,
    statusOf,
  };
}

describe.skipIf(process.platform === "win32")("a signal during fit() in a run", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s ends training after the batch that runs, with the best weights and a whole checkpoint",
    async (signal) => {
      const { training, ended, ready, said, checkpoints, statusOf } = start("quick");
      await ready();
      training.kill(signal);
      expect(await ended).toEqual([9, null]);
      const [, line = "{}"] = said().split("\n");
      expect(JSON.parse(line)).toEqual({
        message: expect.stringMatching(
          /fit: interrupted (in epoch \d+, after batch|before epoch \d+ began)/,
        ),
        isBest: true,
      });
      const { status, events } = await statusOf();
      expect(status).toMatchObject({ state: "interrupted", reason: signal });
      expect(events).toContain("weights_restored");
      expect(readdirSync(checkpoints).every((name) => !name.includes("tmp"))).toBe(true);
      expect((await tf.loadLayersModel(fileSystem(checkpoints))).countParams()).toBe(5);
    },
  );

  test("a second one ends the process at once, in the middle of a batch", async () => {
    const { training, ended, ready, said, statusOf } = start("slow");
    await ready();
    training.kill("SIGINT");
    await new Promise((resolve) => setTimeout(resolve, 200));
    training.kill("SIGINT");
    expect(await ended).toEqual([null, "SIGINT"]);
    expect(said()).toBe("ready\n");
    expect((await statusOf()).status).toMatchObject({ state: "interrupted", reason: "SIGINT" });
  });
});
