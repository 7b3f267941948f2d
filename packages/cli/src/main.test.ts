import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runEpochal } from "../test/run-epochal.ts";

test("--version is the package's", async () => {
  const { version } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  ) as { version: string };
  expect((await runEpochal(["--version"])).stdout).toBe(`${version}\n`);
});

test("--help names the commands and the options of the dashboard", async () => {
  const { code, stdout } = await runEpochal(["--help"]);
  expect(code).toBe(0);
  for (const word of ["serve", "ls", "--store <path>", "--port <n>", "--open", "--host <address>"])
    expect(stdout).toContain(word);
});
