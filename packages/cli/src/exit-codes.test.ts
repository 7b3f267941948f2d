import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore, type Store } from "@epochal/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callEpochal } from "../test/call-epochal.ts";
import { runEpochal } from "../test/run-epochal.ts";
import { smallStore } from "../test/small-store.ts";
import { temporaryFolder } from "../test/temporary-folder.ts";
import { commandList } from "./commands/command-list.ts";

const document = readFileSync(new URL("../docs/exit-codes.md", import.meta.url), "utf8");
/** The commands, each with the codes that its row of the table has words for. */
const documented = [...document.matchAll(/^\| (`[a-z].*?) +\|(.*)\|$/gm)].flatMap(
  ([, names = "", cells = ""]) =>
    [...names.matchAll(/`(\w+)`/g)].flatMap(([, name = ""]) =>
      cells.split("|").flatMap((words, at) => (words.trim() === "" ? [] : [`${name} ${at + 1}`])),
    ),
);

/** Commands that end with a code that is not 0, and what they say. `gone` is in the trash, `trains` is running. */
const cases: readonly (readonly [code: number, line: readonly string[], says: string])[] = [
  [2, ["serve", "--host", "0.0.0.0"], "each needs a token"],
  [1, ["serve", "--store", import.meta.filename], "is not a usable SQLite database"],
  [1, ["run", "missing.ts"], "there is no file missing.ts"],
  [1, ["run", "--store", import.meta.filename, "node"], "is not a usable SQLite database"],
  [2, ["run"], "missing required argument 'program'"],
  [1, ["ls", "--project", "bird"], "there is no project bird"],
  [1, ["ls", "--sort", "best:val_f1"], "no run has logged val_f1"],
  [2, ["ls", "--sort", "worst"], "--sort worst: it must be of"],
  [2, ["ls", "--where", "units >"], "--where: expected a value"],
  [1, ["show", "nobody"], "there is no run nobody"],
  [1, ["show", "x".repeat(20_000)], "there is no run xxx"],
  [1, ["show", "gone"], "gone is in the trash. epochal restore "],
  [2, ["show", "fast", "--patience", "long"], "must be a whole number"],
  [1, ["best", "--project", "bird"], "there is no project bird"],
  [2, ["best", "loss", "val_auc"], "too many arguments"],
  [3, ["best", "val_f1"], "no run has logged val_f1"],
  [3, ["best", "--where", "units = 999"], "no run matches"],
  [1, ["diff", "fast", "fast"], "are the same run"],
  [2, ["diff", "fast"], "missing required argument 'b'"],
  [1, ["stop", "fast"], "no process can hear a request"],
  [2, ["stop"], "missing required argument 'run'"],
  [1, ["save", "fast"], "no process can hear a request"],
  [2, ["save"], "missing required argument 'run'"],
  [1, ["note", "nobody", "a text"], "there is no run nobody"],
  [2, ["note", "fast"], "missing required argument 'text'"],
  [1, ["rename", "nobody", "other"], "there is no run nobody"],
  [2, ["rename", "fast"], "missing required argument 'name'"],
  [2, ["note", "fast", " "], "text must not be empty"],
  [2, ["rename", "fast", ""], "name must not be empty"],
  [2, ["rename", "fast", "x".repeat(501)], "name must be at most 500 characters"],
  [2, ["tag", "fast", ""], "tag must not be empty"],
  [2, ["archive", "fast", "--by", ""], "by must be a name of at most 500 characters"],
  [1, ["tag", "fast", "base", "--remove"], "has no tag base"],
  [2, ["tag", "fast"], "missing required argument 'tags'"],
  [1, ["archive", "nobody"], "there is no run nobody"],
  [2, ["archive"], "missing required argument 'run'"],
  [1, ["rm", "trains"], "a run that trains cannot be deleted"],
  [2, ["rm"], "say which runs"],
  [3, ["rm", "--where", "units = 999"], "no run matches"],
  [1, ["restore", "fast"], "fast is not in the trash."],
  [2, ["restore", "gone", "--where", "gone"], "give runs or --where, not both"],
  [3, ["restore", "--where", "units = 8"], "no run matches"],
  [1, ["export", "nobody", "--csv"], "there is no run nobody"],
  [2, ["export", "fast"], "say how"],
  [1, ["sql", "DELETE FROM runs"], "only a statement that reads rows"],
  [2, ["sql", "SELECT 1", "--json", "--csv"], "not both"],
  [1, ["sync", "missing"], "there is no folder "],
  [2, ["sync", "one", "two"], "too many arguments"],
  [1, ["token", "revoke", "nobody"], "There is no token nobody"],
  [2, ["token", "create"], "missing required argument 'name'"],
  [2, ["token", "create", "a", "--role", "admin"], "--role admin: it must be read or write"],
  [2, ["token", "create", "a", "--expires", "soon"], "--expires soon: it must be"],
  [2, ["token", "create", " "], "name must be a text"],
  [2, ["token", "make"], "unknown command 'make'"],
  [1, ["prune", "nobody"], "there is no run nobody"],
  [2, ["prune", "long"], "say --yes to do it"],
  [1, ["storage", "--store", "missing.db"], "there is no store at"],
  [2, ["storage", "--limit", "some"], "must be a whole number"],
  [1, ["gc", "fast"], "fast is not in the trash."],
  [2, ["gc", "gone"], "say --yes to do it"],
  [1, ["doctor", "--store", "missing.db"], ""],
  [2, ["doctor", "--salvag", "saved.db"], "(Did you mean --salvage?)"],
];

test("the document has all commands, and this test all its codes", () => {
  const names = documented.map((each) => each.split(" ")[0]);
  expect([...new Set(names)].sort()).toEqual(Object.keys(commandList).sort());
  const tested = cases.map(([code, [name]]) => `${name} ${code}`);
  expect([...new Set(tested)].sort()).toEqual([...documented].sort());
});

const folder = mkdtempSync(path.join(tmpdir(), "epochal-cli-"));
const location = path.join(folder, "runs.db");
let recording: Store;

// A command that fails changes nothing: all cases ask one store.
beforeAll(async () => {
  await smallStore(async (store) => {
    const gone = await store.startRun({ project: "fish", name: "gone", record: false });
    await gone.finish();
    await store.deleteRuns([gone.id]);
    const long = await store.startRun({ project: "birds", name: "long", record: false });
    for (let step = 0; step < 500; step++) long.log({ batch_loss: Math.sin(step) }, { step });
    await long.finish();
  }, folder);
  recording = await openStore(location);
  await (await recording.startRun({ project: "birds", name: "trains" })).flush();
});

afterAll(async () => {
  await recording.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(cases)("exit code %i of %j", async (wanted, line, says) => {
  const isElsewhere = line.includes("--store") || line[0] === "sync";
  // Of each code the first ends a process of its own.
  const isFirst = cases.find(([code]) => code === wanted)?.[1] === line;
  const { code, stdout, stderr } = await (isFirst ? runEpochal : callEpochal)(
    isElsewhere ? line : [...line, "--store", location],
    { cwd: isElsewhere ? temporaryFolder() : path.dirname(location) },
  );
  // The doctor's answer is what it has found.
  expect({ code, stdout: line[0] === "doctor" ? "" : stdout }).toEqual({
    code: wanted,
    stdout: "",
  });
  expect(stderr).toContain(says);
  if (line[0] !== "doctor") expect(stderr).toMatch(/^epochal: [^\n]+\n$/);
});
