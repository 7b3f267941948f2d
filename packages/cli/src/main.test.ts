import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { callEpochal } from "../test/call-epochal.ts";
import { runEpochal } from "../test/run-epochal.ts";
import { commandList } from "./commands/command-list.ts";

test("--version is the package's", async () => {
  const { version } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  ) as { version: string };
  expect((await runEpochal(["--version"])).stdout).toBe(`${version}\n`);
});

test("--help names the commands and the options of the dashboard", async () => {
  const { code, stdout } = await callEpochal(["--help"]);
  expect(code).toBe(0);
  for (const word of Object.keys(commandList))
    expect(stdout).toMatch(new RegExp(`^  ${word} `, "m"));
  for (const word of ["--store <path>", "--port <n>", "--open", "--host <address>"])
    expect(stdout).toContain(word);
});

test.each(Object.keys(commandList))(
  "%s --help says what it does, with an example",
  async (name) => {
    const { code, stdout, stderr } = await callEpochal([name, "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(new RegExp(`^Usage: epochal ${name}\\b`));
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(commandList[name]?.does);
    expect(stdout).toMatch(new RegExp(`Example:\\n {2}\\$ epochal ${name}\\b`));
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  },
);
