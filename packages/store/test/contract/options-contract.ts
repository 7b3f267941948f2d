import { describe, expect, it } from "vitest";
import type { Store } from "../../src/index.ts";
import { optionNames } from "../../src/options/option-names.ts";
import { openNew, type StorePlace } from "./store-place.ts";

type Take = (store: Store, id: string, options: never) => Promise<unknown>;

/** Every call that takes options, and those it does not do without. */
const calls: Readonly<
  Record<
    Exclude<keyof typeof optionNames, "openStore">,
    { readonly take: Take; readonly needed: Readonly<Record<string, unknown>> }
  >
> = {
  startRun: { take: (store, _, options) => store.startRun(options), needed: { project: "birds" } },
  finish: {
    take: async (store, _, options) => (await store.startRun({ project: "birds" })).finish(options),
    needed: {},
  },
  request: { take: (store, id, options) => store.request(id, options), needed: { want: "stop" } },
  addNote: { take: (store, id, options) => store.addNote(id, options), needed: { text: "odd" } },
  updateRun: {
    take: (store, id, options) => store.updateRun(id, options),
    needed: { name: "first" },
  },
  deleteRuns: { take: (store, _, options) => store.deleteRuns([], options), needed: {} },
  restoreRuns: { take: (store, _, options) => store.restoreRuns([], options), needed: {} },
  purge: { take: (store, _, options) => store.purge(options), needed: {} },
  prune: { take: (store, _, options) => store.prune(options), needed: { project: "birds" } },
  setRetention: {
    take: (store, _, options) => store.setRetention("birds", options),
    needed: {},
  },
  facets: { take: (store, _, options) => store.facets(options), needed: {} },
  listRuns: { take: (store, _, options) => store.listRuns(options), needed: {} },
  getRun: { take: (store, id, options) => store.getRun(id, options), needed: {} },
  bands: { take: (store, _, options) => store.bands(options), needed: { key: "loss" } },
  summarizeGroups: {
    take: (store, _, options) => store.summarizeGroups(options),
    needed: { key: "loss" },
  },
  parameterEffects: {
    take: (store, _, options) => store.parameterEffects(options),
    needed: { metric: "loss" },
  },
  readSql: { take: (store, _, options) => store.readSql("SELECT 1", options), needed: {} },
  waitForChange: { take: (store, _, options) => store.waitForChange(-1, options), needed: {} },
  exportRun: {
    take: async (store, id, options) => store.exportRun(id, options),
    needed: {},
  },
  readSeries: {
    take: (store, id, options) => store.readSeries({ ...(options as object), run: id } as never),
    needed: { key: "loss" },
  },
  createToken: {
    take: (store, _, options) => store.access.createToken(options),
    needed: { name: "atlas" },
  },
  revokeToken: {
    take: async ({ access }, _, options) => {
      const { id } = await access.createToken({ name: "atlas" });
      return access.revokeToken(id, options);
    },
    needed: {},
  },
  readLog: { take: (store, _, options) => store.access.readLog(options), needed: {} },
  readManySeries: {
    take: (store, _, options) => store.readManySeries(options),
    needed: { series: [] },
  },
};

/** Options are refused that there are not: who asks for less must not get everything. */
export function optionsContract(name: string, newPlace: () => StorePlace): void {
  describe.each(Object.entries(calls))(`${name}: the options of %s`, (owner, { take, needed }) => {
    const known = Object.keys(optionNames[owner as keyof typeof optionNames]);

    const newAsk = async (): Promise<(options: unknown) => Promise<Error | undefined>> => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds", record: false });
      run.log({ loss: 1 });
      return (options) =>
        take(store, run.id, options as never).then(
          () => undefined,
          (error: Error) => error,
        );
    };

    it("must be among those there are", async () => {
      const ask = await newAsk();
      const error = await ask({ ...needed, nothingLikeIt: 1 });
      expect(error).toBeInstanceOf(TypeError);
      expect(error?.message).toBe(
        `${owner}: options must be among ${known.join(", ")}. Received: nothingLikeIt`,
      );
      for (const option of known) {
        for (const misspelt of [`${option}s`, `_${option}`, option.toUpperCase()]) {
          if (known.includes(misspelt)) continue;
          const wrong = await ask({ ...needed, [misspelt]: 1 });
          expect(wrong).toBeInstanceOf(TypeError);
          expect(wrong?.message).toContain(`Received: ${misspelt}. Did you mean ${option}?`);
        }
      }
    });

    it("are absent where they are null, and are an object", async () => {
      const ask = await newAsk();
      const nulls = Object.fromEntries(known.map((option) => [option, null]));
      expect(await ask({ ...nulls, ...needed })).toBeUndefined();
      // What readSeries gets here is an object already, with the run in it.
      if (owner === "readSeries") return;
      for (const given of [200, "birds", ["birds"], null, new Map(), new (class Run {})()]) {
        const error = await ask(given);
        expect(error).toBeInstanceOf(TypeError);
        expect(error?.message).toContain(
          `${owner}: options must be an object, { ${known.join(", ")} }. Received: `,
        );
      }
    });
  });

  it(`${name}: all calls that take options are looked at`, async () => {
    const store = await openNew(newPlace);
    const withoutOptions = [
      "resumeRun",
      "listProjects",
      "summarizeProjects",
      "updateRuns",
      "concludeRun",
      "compareRuns",
      "listChanges",
      "storage",
      "close",
    ];
    const internal = ["constructor", "read", "keep", "askSql", "rest"];
    const methods = methodsOf(store).filter((method) => !internal.includes(method));
    expect(methods.filter((method) => !(method in calls))).toEqual(
      expect.arrayContaining(withoutOptions),
    );
    expect(
      methods.filter((method) => !(method in calls || withoutOptions.includes(method))),
    ).toEqual([]);
  });
}

/** Of its class, and of those that its class extends. */
function methodsOf(store: Store): string[] {
  const methods = new Set<string>();
  let owner: object = Object.getPrototypeOf(store);
  while (owner !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (typeof Reflect.get(store, name) === "function") methods.add(name);
    }
    owner = Object.getPrototypeOf(owner);
  }
  return [...methods];
}
