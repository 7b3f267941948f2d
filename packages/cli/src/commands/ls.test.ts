import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openStore } from "@epochal/store";
import { expect, test } from "vitest";
import { callEpochal } from "../../test/call-epochal.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";

/** A store with a good run, one that diverged and one that failed, and its place. */
async function smallStore(): Promise<string> {
  const location = path.join(temporaryFolder(), "runs.db");
  const store = await openStore(location);
  const project = "birds";
  const good = await store.startRun({ project, name: "good", config: { units: 8 } });
  for (const [epoch, auc] of [0.7, 0.9, 0.8].entries())
    good.log({ loss: 1 / (epoch + 1), val_auc: auc }, { step: epoch, epoch });
  await good.finish();
  const diverged = await store.startRun({ project, name: "diverged" });
  for (const [epoch, loss] of [1, 2, Number.NaN].entries())
    diverged.log({ loss, val_auc: 0.6 }, { step: epoch, epoch });
  await diverged.finish();
  const failed = await store.startRun({ project: "fish", name: "failed" });
  const error = new TypeError("x is not a tensor");
  await failed.track(() => Promise.reject(error)).catch(() => undefined);
  await store.close();
  return location;
}

test("lists the runs of a store, best first", async () => {
  const store = await smallStore();
  const { code, stdout, stderr } = await callEpochal([
    "ls",
    "--store",
    store,
    "--sort",
    "best:val_auc",
  ]);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  const [head, ...lines] = stdout.trimEnd().split("\n");
  expect(head).toMatch(/^PROJECT +RUN +STATUS +BEST val_auc +KEPT +VERDICT +TIME +STARTED$/);
  expect(lines[0]).toMatch(/^birds +good +finished +0\.9000 @ 2 +0\.8000 /);
  expect(lines[1]).toMatch(/^birds +diverged +finished, diverged: NaN from epoch 3 +0\.6000 @ 1 /);
  expect(lines[2]).toMatch(/^fish +failed +failed: TypeError: x is not a tensor +- +- /);
});

test("finds the store in the environment and in the working directory", async () => {
  const store = await smallStore();
  const fromEnvironment = await callEpochal(["ls"], { env: { EPOCHAL_STORE: store } });
  expect(fromEnvironment.stdout).toContain("diverged");
  const cwd = temporaryFolder();
  const here = await openStore(path.join(cwd, ".epochal/runs.db"));
  await (await here.startRun({ project: "here", name: "found" })).finish();
  await here.close();
  expect((await callEpochal(["ls"], { cwd })).stdout).toContain("found");
});

test("filters by project and by state, and limits", async () => {
  const store = await smallStore();
  const names = async (...args: string[]) => {
    const { stdout } = await callEpochal(["ls", "--store", store, "--json", ...args]);
    return (JSON.parse(stdout) as { runs: { name: string }[] }).runs.map(({ name }) => name);
  };
  expect(await names("--project", "birds", "--sort", "name")).toEqual(["diverged", "good"]);
  expect(await names("--states", "failed,killed")).toEqual(["failed"]);
  const { stdout, stderr } = await callEpochal(["ls", "--store", store, "--limit", "1"]);
  expect(stdout.trimEnd().split("\n")).toHaveLength(2);
  expect(stderr).toContain("1 of 3 runs");
});

test("prints JSON with numbers that are not finite as text", async () => {
  const store = await smallStore();
  const { stdout } = await callEpochal(["ls", "--store", store, "--project", "birds", "--json"]);
  const page = JSON.parse(stdout);
  expect(page).toMatchObject({ store, metric: "val_auc", total: 2 });
  const series = page.runs[0].series.find(({ key }: { key: string }) => key === "loss");
  expect(series).toMatchObject({ last: { value: "NaN", step: 2, epoch: 2 }, nonFinite: 1 });
  expect(page.runs[1]).toMatchObject({ name: "good", config: { units: 8 } });
});

test("an empty store is told how to get its first run", async () => {
  const location = path.join(temporaryFolder(), "runs.db");
  await (await openStore(location)).close();
  const { code, stdout } = await callEpochal(["ls", "--store", location]);
  expect(code).toBe(0);
  expect(stdout).toContain("No runs yet");
  expect(stdout).toContain("store.startRun(");
});

test("a store that is not there is an error, and is not made", async () => {
  const location = path.join(temporaryFolder(), "missing", "runs.db");
  const { code, stdout, stderr } = await callEpochal(["ls", "--store", location]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toBe(
    `epochal: there is no store at ${location}. Name one with --store or EPOCHAL_STORE, or train a model first.\n`,
  );
  expect(existsSync(path.dirname(location))).toBe(false);
});

test("what is no store is said in one line, and nothing is left beside it", async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "passwd");
  writeFileSync(file, "root:x:0:0:root:/root:/bin/sh\n");
  writeFileSync(path.join(folder, "empty.db"), "");
  const url = pathToFileURL(path.join(folder, "missing", "runs.db")).href;
  for (const [args, says] of [
    [["ls", "--store", file], "is not a usable SQLite database"],
    [["show", "any", "--store", file], "is not a usable SQLite database"],
    [["ls", "--store", folder], "is a folder"],
    [["ls", "--store", path.join(folder, "empty.db")], "the file is empty"],
    [["ls", "--store", url], "there is no store at"],
    [["stop", "any", "--store", url], "there is no store at"],
  ] as const) {
    const { code, stdout, stderr } = await callEpochal(args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^epochal: [^\n]+\n$/);
    expect(stderr).toContain(says);
  }
  expect(readdirSync(folder).sort()).toEqual(["empty.db", "passwd"]);
  expect(readFileSync(path.join(folder, "empty.db"))).toHaveLength(0);
});

test.each([
  [1, ["--sort", "best:val_f1"], "no run has logged val_f1. There are: loss, val_auc."],
  [1, ["--project", "bird"], "there is no project bird. There are: "],
  [2, ["--sort", "worst"], "--sort worst: it must be of started, name, duration"],
  [2, ["--states", "gone"], '"gone" is none of running, finished'],
  [2, ["--limit", "-1"], "must be a whole number from 1 to"],
  [2, ["--colour"], "unknown option '--colour'"],
  [2, ["--jso"], "unknown option '--jso' (Did you mean --json?)"],
])("exit code %i and one line on stderr for a wrong %j", async (wanted, args, says) => {
  const store = await smallStore();
  const { code, stdout, stderr } = await callEpochal(["ls", "--store", store, ...args]);
  expect({ code, stdout }).toEqual({ code: wanted, stdout: "" });
  expect(stderr).toContain(says);
  expect(stderr).toMatch(/^epochal: [^\n]+\n$/);
});
