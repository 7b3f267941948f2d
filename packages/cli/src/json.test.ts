import { readFileSync } from "node:fs";
import path from "node:path";
import { openStore } from "@epochal/store";
import { expect, onTestFinished, test } from "vitest";
import { callEpochal } from "../test/call-epochal.ts";
import { smallStore } from "../test/small-store.ts";
import { commandList } from "./commands/command-list.ts";

const document = readFileSync(new URL("../docs/json.md", import.meta.url), "utf8");
const sections = document
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    commands: [...(section.split("\n", 1)[0] ?? "").matchAll(/`([\w -]+)`/g)].map(([, it]) => it),
    fields: [...section.matchAll(/^\| `(\w+\??)` /gm)].map(([, field = ""]) => field),
  }));

/** The arguments of each command; of some, with what comes before it. */
const lines: Readonly<Record<string, readonly (readonly string[])[]>> = {
  ls: [["ls"], ["ls", "--trash"], ["ls", "--project", "fish"]],
  show: [["show", "fast"]],
  best: [["best", "val_auc"]],
  diff: [["diff", "fast", "slow"]],
  stop: [["stop", "trains"]],
  save: [["save", "trains"]],
  note: [["note", "fast", "for the paper"]],
  rename: [["rename", "odd", "odder"]],
  tag: [["tag", "odd", "baseline"]],
  archive: [["archive", "odd"]],
  rm: [["rm", "odd"]],
  restore: [["restore", "odd"]],
  export: [["export", "odd"]],
  sql: [["sql", "SELECT 1"]],
  "token create": [["token", "create", "atlas", "--role", "write", "--project", "birds"]],
  "token ls": [["token", "ls"]],
  "token revoke": [["token", "revoke", "old"]],
  "token log": [["token", "log"]],
  prune: [["prune", "fast", "--dry-run"]],
  storage: [["storage"]],
  gc: [["gc", "--dry-run"]],
  doctor: [["doctor"]],
  "doctor --salvage": [["doctor", "--salvage", "saved.db"]],
};

/** What a command prints for ever, until it is ended, what goes to another stream, and what knows no store, other tests look at. */
const elsewhere = ["serve", "run", "sync"];

test("the document and this test have all commands", () => {
  const commands = Object.keys(commandList);
  const tested = Object.keys(lines).map((name) => name.split(" ")[0] ?? "");
  expect([...new Set([...tested, ...elsewhere])].sort()).toEqual([...commands].sort());
  const documented = sections.flatMap((section) => section.commands);
  expect([...documented].sort()).toEqual([...Object.keys(lines), ...elsewhere].sort());
});

test.each(Object.entries(lines))(
  "%s prints the fields that are documented, and no others",
  async (name, each) => {
    const { location, ids } = await smallStore(async (store) => {
      const run = await store.startRun({ project: "fish", name: "gone", record: false });
      await run.finish();
      await store.deleteRuns([run.id]);
      await store.access.createToken({ name: "old" });
    });
    if (name === "stop" || name === "save") {
      const store = await openStore(location);
      onTestFinished(() => store.close());
      await (await store.startRun({ project: "birds", name: "trains" })).flush();
    }
    if (name === "restore") {
      const store = await openStore(location);
      await store.deleteRuns([ids.odd]);
      await store.close();
    }
    const fields = sections.find(({ commands }) => commands.includes(name))?.fields ?? [];
    for (const line of each) {
      const { code, stdout } = await callEpochal([...line, "--json", "--store", location], {
        cwd: path.dirname(location),
      });
      expect(code).toBe(0);
      const page = JSON.parse(stdout) as object;
      expect(Object.keys(page)).toEqual(
        Object.keys(page).filter((key) => fields.some((it) => it.replace("?", "") === key)),
      );
      for (const field of fields.filter((it) => !it.endsWith("?")))
        expect(page).toHaveProperty(field);
    }
  },
);

test("a run in JSON has the fields that the README names, its times in ISO 8601", async () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const [, table = ""] = /`runs`, in order:\n\n((?:\|.*\n)+)/.exec(readme) ?? [];
  const fields = table.split("\n").flatMap((line) => {
    return [...(line.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map(([, field = ""]) => field);
  });
  const { location } = await smallStore(async (store) => {
    const run = await store.startRun({ project: "fish", name: "gone", record: false });
    for (let epoch = 0; epoch < 12; epoch++) run.log({ loss: 1, val_loss: 1 }, { epoch });
    run.event({ type: "weights_restored", epoch: 1, monitor: "val_loss", value: 1 });
    await run.finish();
    await store.updateRun(run.id, { archived: true, group: "sweep" });
    await store.deleteRuns([run.id]);
  });
  const { stdout } = await callEpochal(["ls", "--trash", "--json", "--store", location]);
  const { runs } = JSON.parse(stdout) as { runs: Record<string, unknown>[] };
  expect(Object.keys(runs[0] ?? {}).sort()).toEqual([...fields].sort());
  for (const field of ["startedAt", "endedAt", "archivedAt", "deletedAt"])
    expect(runs[0]?.[field]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});
