import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { openQuickly } from "./open-quickly.ts";
import { patiently } from "./patiently.ts";
import { tempFolder } from "./temp-folder.ts";

const program = fileURLToPath(new URL("programs/use-up-files.ts", import.meta.url));
const steps = 200_000;

/** Logs in a process that may have few files open. @returns what it was told, and how many steps are there afterwards */
async function logWith(ending: "stays" | "is over") {
  const location = path.join(tempFolder(), "runs.db");
  const args = ["-c", `ulimit -n 256; exec "$0" "$@"`, process.execPath, program];
  const { stdout, stderr } = spawnSync("/bin/sh", [...args, location, String(steps), ending], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  const { told, errors } = JSON.parse(stdout) as { told: string[]; errors: string[] };
  const store = await openQuickly(location);
  const [run] = (await patiently(() => store.listRuns())).runs;
  await store.close();
  return { told, errors, run, found: run?.series[0]?.count };
}

it.skipIf(process.platform === "win32")(
  "where no more files can be opened for a while, all that was logged arrives",
  async () => {
    const { told, errors, run, found } = await logWith("is over");
    expect(told[0]).toMatch(/^EMFILE/);
    expect(errors).toEqual([]);
    expect([run?.status.state, found]).toEqual(["finished", steps]);
  },
);

it.skipIf(process.platform === "win32")(
  "where no more files can be opened until the end, what is not kept is said by number, and the rest arrives",
  async () => {
    const { told, errors, found = 0 } = await logWith("stays");
    expect(told.some((message) => /cannot be written: EMFILE/.test(message))).toBe(true);
    expect(errors.length).toBe(2);
    for (const error of errors) {
      const [, missing] = /^Not kept: (\d+) of 200000 steps/.exec(error) ?? [];
      expect(error).toContain("EMFILE: too many open files");
      expect(found).toBe(steps - Number(missing));
    }
    expect(told.join("\n")).not.toContain("..");
  },
);
