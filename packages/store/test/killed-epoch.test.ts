import path from "node:path";
import { statusParts } from "@epochal/conclusions";
import { expect, it } from "vitest";
import { openQuickly } from "./open-quickly.ts";
import { runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

it.each([
  [1, "batches", "in its 1st epoch"],
  [12, "batches", "in its 12th epoch"],
  [12, "", "after 11 epochs"],
])("a run killed in epoch %i, of which it logs %s, reads “%s”", async (number, logs, where) => {
  const location = path.join(tempFolder(), "runs.db");
  const end = await runProgram("die-in-epoch.ts", [location, String(number), logs]).ended;
  expect(end.signal).toBe("SIGKILL");
  const store = await openQuickly(location);
  const [run] = (await store.listRuns()).runs;
  const conclusions = await store.concludeRun(run?.id ?? "");
  const status = run?.status ?? { state: "running" };
  await store.close();
  expect(statusParts({ status, conclusions })).toMatchObject({ state: "killed", where });
});
