import { expect, test } from "vitest";
import { callEpochal } from "../../test/call-epochal.ts";
import { smallStore } from "../../test/small-store.ts";

test("runs go into the trash and come back, and a dry run changes nothing", async () => {
  const { location, ids } = await smallStore();
  const epochal = (...args: string[]) => callEpochal([...args, "--store", location]);
  const names = async (...args: string[]) => {
    const { stdout } = await epochal("ls", "--sort", "name", "--json", ...args);
    return (JSON.parse(stdout) as { runs: { name: string }[] }).runs.map(({ name }) => name);
  };
  const tried = await epochal("rm", "--where", "units = 8", "--dry-run");
  expect(tried.stdout).toContain("Nothing is changed: --dry-run.");
  expect(await names()).toEqual(["fast", "odd", "slow"]);

  const { code, stdout } = await epochal("rm", "slow", ids.odd);
  expect(code).toBe(0);
  expect(stdout).toBe(
    `2 runs in the trash, for 14 days:\nslow (${ids.slow})\nodd (${ids.odd})\nUndo: epochal restore ${ids.slow} ${ids.odd}\n`,
  );
  expect(await names()).toEqual(["fast"]);
  expect(await names("--trash")).toEqual(["odd", "slow"]);
  const missing = await epochal("show", "slow");
  expect(missing.code).toBe(1);

  expect((await epochal("restore", "slow", "odd")).code).toBe(0);
  expect(await names()).toEqual(["fast", "odd", "slow"]);
});

test.each([
  [2, ["rm"], "say which runs"],
  [2, ["rm", "slow", "--where", "units = 8"], "give runs or --where, not both"],
  [3, ["rm", "--where", "units = 999"], "no run matches"],
  [1, ["restore", "slow"], "slow is not in the trash."],
])("exit code %i for %j", async (wanted, args, says) => {
  const { location } = await smallStore();
  const { code, stdout, stderr } = await callEpochal([...args, "--store", location]);
  expect({ code, stdout }).toEqual({ code: wanted, stdout: "" });
  expect(stderr).toContain(says);
});
