import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { StoreCheck } from "@epochal/store";
import { expect, test } from "vitest";
import { callEpochal } from "../../test/call-epochal.ts";
import { smallStore } from "../../test/small-store.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";

test("doctor says what is wrong, saves what can be read, and leaves the broken file as it is", async () => {
  const { location } = await smallStore();
  const doctor = (...args: string[]) => callEpochal(["doctor", ...args, "--store", location]);
  const well = await doctor();
  expect(well.code).toBe(0);
  expect(well.stdout).toMatch(/^ok .* All its pages and indexes are sound\.$/m);
  expect(well.stdout).toMatch(/^ok +0 runs of other machines watched; 0 of them silent\.$/m);
  expect(well.stdout).toMatch(/Nothing is wrong\.\n$/);
  const bytes = readFileSync(location);
  for (let i = 0; i < 100; i++) bytes[i] = 0;
  writeFileSync(location, bytes);
  const broken = await doctor();
  expect(broken.code).toBe(1);
  expect(broken.stdout.split("\n")[1]).toMatch(/^WRONG .*not a usable SQLite database/);
  expect(broken.stdout).toContain("epochal doctor --salvage NEW.db");
  const file = path.join(temporaryFolder(), "saved.db");
  const saved = await doctor("--salvage", file);
  expect(saved.stdout).toContain(`${file} has 3 runs, 5 series, 16 points and `);
  expect(saved.stdout).toContain("The header of the file was gone");
  expect(saved.code).toBe(1);
  expect(readFileSync(location).equals(bytes)).toBe(true);
  expect(await doctor("--salvage", file)).toMatchObject({
    ...{ code: 1, stdout: "" },
    stderr: `epochal: ${file} is there already. Name a new file.\n`,
  });
  const listed = await callEpochal(["ls", "--json", "--store", file]);
  expect(JSON.parse(listed.stdout).total).toBe(3);
  rmSync(location);
  const none = await doctor("--json");
  expect(none.code).toBe(1);
  const { isWell, findings } = JSON.parse(none.stdout) as StoreCheck;
  expect(isWell).toBe(false);
  expect(findings[0]).toMatchObject({ level: "wrong", about: "place" });
});
