import { spawn } from "node:child_process";
import { Worker } from "node:worker_threads";
import type { JournalWriter } from "@epochal/record";
import { expect, it, onTestFinished, vi } from "vitest";
import { isSameBoot, probeWriter } from "./probe-writer.ts";
import { readProcessStart } from "./read-process-start.ts";
import { thisProcess } from "./this-process.ts";

it("finds this process alive", () => {
  expect(thisProcess()).toMatchObject({ pid: process.pid });
  expect(thisProcess().bootId).not.toBe("");
  expect(probeWriter(thisProcess())).toBe("alive");
});

it("finds a process gone that has ended", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const pid = child.pid ?? 0;
  const pidStarted = readProcessStart(pid)?.started;
  const writer = { ...thisProcess(), pid, ...(pidStarted !== undefined && { pidStarted }) };
  expect(probeWriter(writer)).toBe("alive");
  // Of this number there may be a later one.
  const numbered = { host: thisProcess().host, pid };
  expect(probeWriter(numbered)).toBe("elsewhere");
  const closed = new Promise((resolve) => child.on("close", resolve));
  child.kill("SIGKILL");
  await closed;
  expect(probeWriter(writer)).toBe("gone");
  expect(probeWriter(numbered)).toBe("gone");
});

it.each<JournalWriter>([
  { kind: "page", journal: "j" },
  {},
  { host: thisProcess().host, bootId: thisProcess().bootId },
  { bootId: thisProcess().bootId, pid: 2 ** 31 - 1 },
])("cannot ask who says no process: %j", (writer) => {
  expect(probeWriter(writer)).toBe("elsewhere");
});

it.skipIf(process.platform !== "linux")("is not taken in by a recycled process id", () => {
  expect(probeWriter({ ...thisProcess(), pidStarted: "1" })).toBe("gone");
});

it("cannot ask a machine of its name that was started another time", () => {
  expect(probeWriter({ ...thisProcess(), bootId: "another" })).toBe("restarted");
});

it("cannot say anything about another machine, or another container of this one", () => {
  const elsewhere = { ...thisProcess(), host: "another" };
  expect(probeWriter({ ...elsewhere, bootId: "another" })).toBe("elsewhere");
  expect(probeWriter({ ...elsewhere, bootId: "boot:1" })).toBe("elsewhere");
  expect(probeWriter({ ...thisProcess(), pidSpace: "pid:[1]" })).toBe("elsewhere");
  expect(probeWriter({ ...elsewhere, pidSpace: "pid:[1]" })).toBe("elsewhere");
});

it.skipIf(process.platform !== "linux")("finds a process alive whose machine was renamed", () => {
  expect(probeWriter({ ...thisProcess(), host: "before" })).toBe("alive");
  expect(probeWriter({ ...thisProcess(), host: "before", pidStarted: "1" })).toBe("elsewhere");
});

it.skipIf(process.platform !== "linux")("finds a thread gone that was ended", async () => {
  const module = new URL("./this-process.ts", import.meta.url).href;
  const code = `import(${JSON.stringify(module)}).then((it) => {
    require("node:worker_threads").parentPort.postMessage(it.thisProcess()); setInterval(() => {}, 1000); })`;
  const thread = new Worker(code, { eval: true });
  const writer = await new Promise<JournalWriter>((resolve, reject) => {
    thread.on("message", resolve).on("error", reject);
  });
  expect(writer).toMatchObject({ pid: process.pid, thread: expect.stringMatching(/^\d+@\d+$/) });
  expect(probeWriter(writer)).toBe("alive");
  await thread.terminate();
  expect(probeWriter(writer)).toBe("thread_gone");
  const [number] = (writer.thread ?? "").split("@");
  for (const thread of [`${process.pid}@1`, "", "@", `${number}`, "../1@1"]) {
    expect(probeWriter({ ...thisProcess(), thread })).toBe("thread_gone");
  }
});

it.skipIf(process.platform !== "linux")(
  "finds a process suspended that a signal stopped",
  async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    onTestFinished(() => {
      child.kill("SIGKILL");
    });
    const pid = child.pid ?? 0;
    const writer = { ...thisProcess(), pid, pidStarted: readProcessStart(pid)?.started ?? "" };
    child.kill("SIGSTOP");
    await vi.waitFor(() => expect(probeWriter(writer)).toBe("suspended"));
    child.kill("SIGCONT");
    await vi.waitFor(() => expect(probeWriter(writer)).toBe("alive"));
  },
);

it.each([0, -1, 2 ** 31 - 1])("takes no process id for a group of processes (%i)", (pid) => {
  expect(probeWriter({ ...thisProcess(), pid })).toBe("gone");
});

it("takes derived boot ids for one that differ by what the clock was set right", () => {
  expect(isSameBoot("boot:1000", "boot:1090")).toBe(true);
  expect(isSameBoot("boot:1000", "boot:1200")).toBe(false);
  expect(isSameBoot("boot:1000", "0b1f")).toBe(false);
});
