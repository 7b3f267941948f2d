import path from "node:path";
import type { RunCard, RunEvent } from "@epochal/record";
import { openStore } from "@epochal/store";
import { someOf } from "@epochal/testing/full";
import { newSeed } from "@epochal/testing/random";
import { expect, test } from "vitest";
import { fragments, steering } from "../../test/hostile-text.ts";
import { runEpochal } from "../../test/run-epochal.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";

const seed = newSeed();
const all = fragments.join("x");
const hostile = (what: string) => `${what}${all}${what}`;

/** A store whose every text would steer a terminal: a run that failed, and one that trains. */
async function hostileStore(): Promise<{
  readonly location: string;
  readonly ids: readonly string[];
}> {
  const location = path.join(temporaryFolder(), `runs\u001b[31m\u009b\u202e.db`);
  const store = await openStore(location);
  const ids: string[] = [];
  for (const name of ["failed", "running"]) {
    const run = await store.startRun({
      project: hostile("project"),
      name: hostile(name),
      tags: [hostile("tag")],
      notes: hostile("notes"),
      config: { [hostile("key")]: hostile("value"), deep: { [hostile("a")]: [hostile("b")] } },
      record: false,
    });
    ids.push(run.id);
    for (let epoch = 0; epoch < 12; epoch++) {
      run.log(
        { loss: Number.NaN, [hostile("auc").slice(0, 200)]: epoch, val_loss: epoch },
        { epoch },
      );
    }
    const text = hostile("said");
    const events: RunEvent[] = [
      { type: "warning", message: text },
      { type: "note", by: text, text },
      { type: "checkpoint", epoch: 1, path: text, monitor: text, value: 1 },
      { type: "learning_rate", epoch: 1, from: 1, to: 2, reason: text },
      { type: "non_finite", epoch: 1, key: text, value: "NaN" },
      { type: "weights_restored", epoch: 1, monitor: text, value: 1 },
      { type: "partial_epoch", epoch: 1, batches: 1, reason: text },
      { type: "request", request: text, want: "stop", by: text, epoch: 1, outcome: text },
      { type: "stopped_early", epoch: 1, monitor: text, reason: text },
      {
        type: "graph",
        epoch: 1,
        layers: [{ name: text, className: text, outputShapes: [], parameters: 1, inputs: [text] }],
      },
      { type: text } as unknown as RunEvent,
      {
        type: "card",
        card: { arguments: [text], versions: { [text]: text }, fit: { [text]: text } } as RunCard,
      },
    ];
    for (const event of events) run.event(event);
    if (name === "failed") await run.track(() => Promise.reject(new Error(text))).catch(() => {});
  }
  await store.addNote(ids[0] ?? "", { text: hostile("note"), by: hostile("by").slice(0, 100) });
  await store.request(ids[1] ?? "", { want: "stop", by: hostile("by").slice(0, 100) });
  await store.close();
  return { location, ids };
}

/** As a database keeps it. */
const wellFormed = (text: string) => Buffer.from(text).toString();

test(`nothing that a store holds or an argument says steers the terminal (seed ${seed})`, {
  timeout: 240_000,
}, async () => {
  const { location, ids } = await hostileStore();
  const [failed = "", running = ""] = ids;
  const store = ["--store", location];
  const given = all.replaceAll("\ud83d", "").replaceAll("\udc00", "");
  const calls: readonly (readonly string[])[] = [
    ["ls", ...store],
    ["ls", "--project", given, ...store],
    ["ls", "--sort", given, ...store],
    ["ls", "--sort", `best:${given}`, ...store],
    ["ls", "--states", given, ...store],
    ["ls", "--states", "killed", ...store],
    ["ls", "--limit", given, ...store],
    ["ls", "--limit", "1", ...store],
    ["show", failed, ...store],
    ["show", running, ...store],
    ["show", "nope", ...store],
    ["show", given, ...store],
    ["show", "", ...store],
    ["show", failed, "--patience", given, ...store],
    ["show", failed, "--patience", "3", ...store],
    ["stop", failed, ...store],
    ["stop", running, "--by", given.slice(0, 100), ...store],
    ["save", running, ...store],
    ["save", given, ...store],
    ["note", running, given, ...store],
    ["note", given, given, ...store],
    ["ls", "--where", given, ...store],
    ["best", ...store],
    ["best", given, ...store],
    ["diff", failed, running, ...store],
    ["tag", failed, given, ...store],
    ["rename", given, given, ...store],
    ["rm", failed, "--dry-run", ...store],
    ["export", failed, "--jsonl", ...store],
    ["export", failed, "--csv", ...store],
    ["sql", "SELECT name, notes FROM runs", ...store],
    ["sql", given, ...store],
    ["storage", ...store],
    ["doctor", ...store],
    ["doctor", "--salvage", location, ...store],
    ["doctor", "--store", given],
    ["ls", "--store", `${location}${given}`],
    ["ls", "--store", `postgres://${given}`],
    ["serve", "--store", temporaryFolder(), "--host", given],
    ["serve", "--port", given],
    ["serve", "--store", `/dev/null/${given}`],
    [given],
    [`--${given}`],
    ["ls", `--${given}`],
    ["show", "a", given],
    ["help", given],
  ];
  // What programs read is always asked for.
  const left = [
    ["ls", "--json", ...store],
    ["show", failed, "--json", ...store],
    ...someOf(calls, seed, ([command]) => [command]),
  ];
  const said = new Map<string, string>();
  const runOn = async () => {
    for (let call = left.shift(); call !== undefined; call = left.shift()) await check(call);
  };
  const check = async (call: readonly string[]) => {
    const { stdout, stderr } = await runEpochal(call);
    const where = JSON.stringify(call);
    expect(stdout + stderr, where).not.toBe("");
    expect(steering.exec(stdout), `${where}: ${JSON.stringify(stdout)}`).toBeNull();
    expect(steering.exec(stderr), `${where}: ${JSON.stringify(stderr)}`).toBeNull();
    if (stderr.startsWith("epochal: ")) expect(stderr, where).toMatch(/^[^\n]*\n$/);
    if (call.includes("--json")) said.set(call[0] ?? "", stdout);
  };
  await Promise.all([runOn(), runOn(), runOn(), runOn()]);
  const [list = "", one = ""] = [said.get("ls"), said.get("show")];
  // Programs read the same texts.
  expect(JSON.parse(list).runs.map((run: { name: string }) => run.name)).toContain(
    wellFormed(hostile("failed")),
  );
  expect(JSON.parse(one).run.notes).toBe(wellFormed(hostile("notes")));
});
