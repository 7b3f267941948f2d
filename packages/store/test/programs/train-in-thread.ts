// Records one run in a thread, and another in the first one. At a line on its input it ends the thread, and trains on itself.
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { openQuickly } from "../open-quickly.ts";

const location = isMainThread ? (process.argv[2] ?? "") : String(workerData);
const store = await openQuickly(location);
const run = await store.startRun({ project: "birds", name: isMainThread ? "first" : "thread" });
setInterval(() => run.log({ loss: 0 }), 20);

if (isMainThread) {
  const thread = new Worker(new URL(import.meta.url), { workerData: location });
  await new Promise((resolve) => thread.once("message", resolve));
  process.stdin.once("data", () => {
    thread.terminate().then(() => process.stdout.write("terminated\n"));
  });
  process.stdout.write("ready\n");
} else {
  await run.flush();
  const { parentPort } = await import("node:worker_threads");
  parentPort?.postMessage("ready");
}
