import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runEpochal } from "../../test/run-epochal.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";

test.each([
  ["--host", "0.0.0.0"],
  ["--host", "::"],
  ["--host", "192.168.1.7"],
  ["--public-url", "https://runs.example.org"],
])("lets nobody in by %s %s while nobody has a token", async (option, value) => {
  const store = path.join(temporaryFolder(), "runs.db");
  const { code, stdout, stderr } = await runEpochal([option, value, "--store", store]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(`${option} ${value}: others can come in then, and each needs a token`);
});

test.each(["*", "runs.example.org", "https://a.b/path"])(
  "refuses %j as an origin",
  async (text) => {
    const { code, stderr } = await runEpochal(["--allow-origin", text]);
    expect(code).toBe(2);
    expect(stderr).toContain(`--allow-origin ${text}: it must be an address`);
  },
);

test.each(["-1", "65536", "http", "4300.5", ""])("refuses %j as a port", async (port) => {
  const { code, stderr } = await runEpochal(["serve", "--port", port]);
  expect(code).toBe(2);
  expect(stderr).toContain("must be a whole number from 0 to 65535");
});

test("says in one line that a file is no store", async () => {
  const store = path.join(temporaryFolder(), "notes.txt");
  writeFileSync(store, "I am no database. ".repeat(100));
  const { code, stderr } = await runEpochal(["--store", store]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^epochal: .*notes\.txt is not a usable SQLite database/);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});

test("an unknown command is not taken for the dashboard", async () => {
  expect(await runEpochal(["lss"])).toEqual({
    code: 2,
    stdout: "",
    stderr: "epochal: unknown command 'lss' (Did you mean ls?)\n",
  });
  const { code, stderr } = await runEpochal(["--store", "runs.db", "ls"]);
  expect(code).toBe(2);
  expect(stderr).toContain("there is no command ls, or it does not come first");
});
