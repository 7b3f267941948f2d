import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore, type Store } from "@epochal/store";
import { whole } from "@epochal/testing/full";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { MovedRuns, RunsChange } from "../wire/runs-change.ts";
import { changeRuns } from "./change-runs.ts";
import { deleteRuns, restoreRuns } from "./move-runs.ts";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

const folder = mkdtempSync(path.join(tmpdir(), "epochal-change-runs-"));
const RUNS = 4;
let store: Store;
let ids: string[];

beforeAll(async () => {
  store = await openStore(path.join(folder, "runs.db"));
  ids = [];
  for (let i = 0; i < RUNS; i++) {
    const run = await store.startRun({ project: "birds", tags: i === 0 ? [] : ["a", "b", "c"] });
    await run.finish();
    ids.push(run.id);
  }
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** All that people can change of all runs. */
async function all() {
  const query = { with: {}, order: { by: "started", descending: false } } as const;
  const pages = [await store.listRuns(query), await store.listRuns({ ...query, deleted: true })];
  return pages.map(({ runs }) =>
    runs.map(({ id, name, tags, notes, group, archivedAt }) => {
      return { id, name, tags, notes, group, isArchived: archivedAt !== undefined };
    }),
  );
}

const some = fc.uniqueArray(fc.nat(RUNS - 1), { minLength: 1 });
const tags = fc.array(fc.constantFrom("a", "b", "c", "d", "\0\ud83d", "__proto__"), {
  maxLength: 3,
});
const text = fc.constantFrom("x", "y'); --", "\ud83d\u202e", "z".repeat(500));
const orNothing = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const set = fc.record(
  {
    ...{ name: orNothing(text), notes: orNothing(fc.oneof(text, fc.constant(""))) },
    ...{ tags: orNothing(tags), group: orNothing(text), archived: orNothing(fc.boolean()) },
  },
  { requiredKeys: [] },
);
const change = fc.record(
  { runs: some, set, addTags: tags, removeTags: tags },
  { requiredKeys: ["runs"] },
);
const step = fc.oneof(
  fc.record({ change: fc.array(change, { minLength: 1, maxLength: 3 }) }),
  fc.record({ remove: some }),
  fc.record({ restore: some }),
);

type Undo = () => Promise<unknown>;

interface Step {
  readonly change?: readonly (Omit<RunsChange, "runs"> & { readonly runs: readonly number[] })[];
  readonly remove?: readonly number[];
  readonly restore?: readonly number[];
}

/** Does it, and says how it is undone. */
async function act(step: Step): Promise<Undo> {
  const idsOf = (places: readonly number[]) => places.map((place) => ids[place] as string);
  if (step.change !== undefined) {
    const changes = step.change.map((each) => ({ ...each, runs: idsOf(each.runs) }));
    const { undo } = await changeRuns(store, changes);
    return async () => undo.length > 0 && changeRuns(store, undo);
  }
  const removes = step.remove !== undefined;
  const move = removes ? deleteRuns : restoreRuns;
  const back = removes ? restoreRuns : deleteRuns;
  const { moved } = (await move(store, idsOf(step.remove ?? step.restore ?? []))) as MovedRuns;
  return async () => moved.length > 0 && back(store, moved);
}

test("whatever is done and undone leaves the store as it was", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const states = [await all()];
      const undos: Undo[] = [];
      for (const each of steps) {
        try {
          undos.push(await act(each as Step));
        } catch (error) {
          // Refused, and nothing is done.
          expect(error).toBeInstanceOf(TypeError);
          expect(await all()).toEqual(states.at(-1));
          continue;
        }
        states.push(await all());
      }
      for (const undo of undos.toReversed()) {
        states.pop();
        await undo();
        expect(await all()).toEqual(states.at(-1));
      }
    }),
    { numRuns: whole(100) },
  );
});

test("tags are put on and taken off many runs, and each gets its own back", async () => {
  const before = await all();
  const runs = ids;
  const { changed, undo } = await changeRuns(store, [
    { runs, addTags: ["paper"], removeTags: ["b"], set: { archived: true } },
  ]);
  expect(changed).toBe(RUNS);
  const [listed = []] = await all();
  expect(listed.map((run) => run.tags)).toEqual([["paper"], ...Array(3).fill(["a", "c", "paper"])]);
  // Three runs were alike, and are told of together.
  expect(undo.map((each) => each.runs.length)).toEqual([1, 3]);
  await changeRuns(store, undo);
  expect(await all()).toEqual(before);
});

test("a run that trains is not deleted, nor the others, and the answer says the way out", async () => {
  const before = await all();
  const training = await store.startRun({ project: "birds", name: "alive" });
  const answer = await deleteRuns(store, [ids[0], training.id]);
  expect(answer).toMatchObject({
    running: [{ id: training.id, name: "alive" }],
    others: [ids[0]],
  });
  expect(answer).toHaveProperty("error", expect.stringMatching(/alive is training.*Stop it first/));
  await training.finish();
  const gone = (await deleteRuns(store, [training.id])) as MovedRuns;
  expect(gone.moved).toEqual([training.id]);
  expect((await all())[0]).toEqual(before[0]);
});

test.each<[unknown, string]>([
  [undefined, "changes must be a list"],
  [[3], "A change must be an object"],
  [[{ runs: "a" }], "runs must be a list of ids"],
  [[{ runs: [] }], "Which runs?"],
  [[{ runs: ["nobody"], set: { name: "x" } }], "There is no run nobody"],
  [[{ runs: ["a"], name: "x" }], "A change has runs, set, addTags, removeTags. Received: name"],
  [[{ runs: ["a"], set: { by: "root" } }], "The dashboard says by whom"],
  [[{ runs: ["a"], addTags: "x" }], "Tags must be a list of strings"],
])("%j is refused by its reason", async (changes, message) => {
  await expect(changeRuns(store, changes)).rejects.toThrow(message);
});

test("of many changes all are made or none", async () => {
  const before = await all();
  const many = Array.from({ length: 201 }, (_, i) => `tag ${i}`);
  const changes = [
    { runs: [ids[0]], set: { name: "x" } },
    { runs: [ids[1]], addTags: many },
  ];
  await expect(changeRuns(store, changes)).rejects.toThrow("tags must be at most 200");
  expect(await all()).toEqual(before);
});
