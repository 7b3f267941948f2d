import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { RunCard, RunEvent } from "@epochal/record";
import { whole } from "@epochal/testing/full";
import { seededRandom } from "@epochal/testing/random";
import { pick, type Random } from "@epochal/testing/random-secret";
import { sentence, settings } from "@epochal/testing/random-secret-place";
import { expect, test } from "vitest";
import { openStore, type Run, type Store } from "../src/index.ts";
import { tempFolder } from "./temp-folder.ts";

type Plant = (random: Random, store: Store) => Promise<readonly string[]>;

async function withRun(store: Store, use: (run: Run) => unknown): Promise<void> {
  const run = await store.startRun({ project: "birds", record: false });
  await use(run);
  await run.finish();
}

const places: Readonly<Record<string, Plant>> = {
  config: async (random, store) => {
    const { config, planted } = settings(random);
    await (await store.startRun({ project: "birds", config, record: false })).finish();
    return planted;
  },
  "name, tags and notes": async (random, store) => {
    const [one, two, three] = [sentence(random), sentence(random), sentence(random)];
    const run = await store.startRun({
      project: "birds",
      name: one.text.slice(0, 500),
      tags: [two.text.slice(0, 500)],
      notes: three.text,
      record: false,
    });
    await run.finish();
    return [...one.planted, ...two.planted, ...three.planted];
  },
  "a note": async (random, store) => {
    const { text, planted } = sentence(random);
    await withRun(store, async ({ id }) => store.addNote(id, { text, by: text.slice(0, 400) }));
    return planted;
  },
  "an error": async (random, store) => {
    const { text, planted } = sentence(random);
    const run = await store.startRun({ project: "birds", record: false });
    const error = new Error(text);
    error.stack = `Error: ${text}\n    at login (file:///app/auth.ts:12:5)`;
    await run.track(() => Promise.reject(error)).catch(() => {});
    return planted;
  },
  "a reason": async (random, store) => {
    const { text, planted } = sentence(random);
    const run = await store.startRun({ project: "birds", record: false });
    await run.finish({ state: "failed", reason: text });
    return planted;
  },
  "an event": async (random, store) => {
    const { text, planted } = sentence(random);
    const own = settings(random);
    const events = [
      { type: "warning", message: text },
      { type: "checkpoint", epoch: 0, path: text },
      { type: "own", ...own.config },
      { type: "own", text: { deep: [text] } },
      { type: "own", own: { toJSON: () => ({ ...own.config, text }) } },
    ] as unknown as RunEvent[];
    await withRun(store, (run) => run.event(pick(random, events)));
    return [...planted, ...own.planted];
  },
  "the card that callbacks take": async (random, store) => {
    const { config, planted } = settings(random);
    const card = {
      fit: config,
      training: { optimizer: config, loss: "mse", metrics: [] },
    } as RunCard;
    await withRun(store, (run) => run.event({ type: "card", card }));
    return planted;
  },
};

/** All bytes below a folder. */
function bytesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(path.join(file.parentPath, file.name), "latin1"))
    .join("\n");
}

test.each(Object.entries(places))("no secret is written that stands in %s", async (name, plant) => {
  const folder = tempFolder();
  const store = await openStore(path.join(folder, "runs.db"));
  const planted = new Map<string, number>();
  for (let seed = 1; seed <= whole(400); seed++) {
    for (const secret of await plant(seededRandom(seed * 7919), store)) planted.set(secret, seed);
  }
  const open = bytesOf(folder);
  await store.close();
  const bytes = open + bytesOf(folder);
  const found = [...planted].filter(([secret]) => bytes.includes(secret));
  expect(found.slice(0, 5), `${name}: a secret and the seed that planted it`).toEqual([]);
});
