import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { openStore } from "../src/index.ts";
import { tempFolder } from "./temp-folder.ts";

it("hears what is asked in another process although its event loop does not turn", async () => {
  const location = path.join(tempFolder(), "runs.db");
  const store = await openStore(location);
  onTestFinished(() => store.close());
  const run = await store.startRun({ project: "birds" });
  await run.flush();
  const program = fileURLToPath(new URL("programs/ask.ts", import.meta.url));
  // From here on nothing is awaited.
  const { status, stderr } = spawnSync(process.execPath, [program, location], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  const end = Date.now() + 10_000;
  let heard = run.takeRequests?.() ?? [];
  while (heard.length === 0 && Date.now() < end) heard = run.takeRequests?.() ?? [];
  expect(heard).toMatchObject([{ want: "stop", by: "ana" }]);
});
