import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as epochal from "../src/index.ts";
import { tinyData, tinyDataset, tinyModel } from "./tiny-training.ts";

type Bag = Readonly<Record<string, unknown>>;
/** Calls something with these options in its options object's place. */
type Take = (args: unknown) => unknown;

interface Taker {
  readonly take: Take;
  /** The options it does not do without. */
  readonly needed: Bag;
}

const folder = mkdtempSync(path.join(tmpdir(), "epochal-options-"));
vi.stubEnv("EPOCHAL_OUTBOX", folder);
afterAll(() => void vi.unstubAllEnvs());
const { x, y } = tinyData();

/** What classes need, by name. */
const neededByClasses: Readonly<Record<string, Bag>> = {
  BackupAndRestore: { backupDir: folder },
  CallbackList: { model: tinyModel() },
  CSVLogger: { filename: path.join(folder, "log.csv") },
  IoU: { numClasses: 3, targetClassIds: [0] },
  LearningRateScheduler: { schedule: () => 0.1 },
  MeanIoU: { numClasses: 3 },
  ModelCheckpoint: { filepath: path.join(folder, "model") },
  OneHotIoU: { numClasses: 3, targetClassIds: [0] },
  OneHotMeanIoU: { numClasses: 3 },
  PrecisionAtRecall: { recall: 0.5 },
  RecallAtPrecision: { precision: 0.5 },
  SensitivityAtSpecificity: { specificity: 0.5 },
  SpecificityAtSensitivity: { sensitivity: 0.5 },
};

const functions: Readonly<Record<string, Taker>> = {
  autolog: {
    take: (args) => {
      try {
        epochal.autolog(args as never);
      } finally {
        epochal.autolog({ disable: true });
      }
    },
    needed: {},
  },
  connect: {
    take: (args) => epochal.connect(args as never),
    needed: { url: "http://127.0.0.1:9", token: "t", check: false },
  },
  cosineDecay: {
    take: (args) => epochal.cosineDecay(args as never),
    needed: { initialLearningRate: 0.1, decaySteps: 2 },
  },
  evaluate: {
    take: (args) => epochal.evaluate(tinyModel(), x, y, args as never),
    needed: { metrics: ["mse"] },
  },
  exponentialDecay: {
    take: (args) => epochal.exponentialDecay(args as never),
    needed: { initialLearningRate: 0.1, decaySteps: 2, decayRate: 0.5 },
  },
  fit: { take: (args) => epochal.fit(tinyModel(), x, y, args as never), needed: {} },
  fitDataset: {
    take: (args) => epochal.fitDataset(tinyModel(), tinyDataset() as never, args as never),
    needed: { epochs: 1 },
  },
  getMetric: { take: (args) => epochal.getMetric("auc", args as never), needed: {} },
  huber: { take: (args) => epochal.huber(args as never), needed: {} },
  oneCycle: {
    take: (args) => epochal.oneCycle(args as never),
    needed: { maxLearningRate: 0.1, totalSteps: 2 },
  },
  stepDecay: {
    take: (args) => epochal.stepDecay(args as never),
    needed: { boundaries: [1], values: [1, 2] },
  },
};

/** What takes no options object. */
const withoutOptions = [
  "Callback",
  "Variable",
  "fileSystem",
  "loadWeights",
  "metrics",
  "registerMetric",
  "setSeed",
];
/** A base class takes whatever its subclasses have. */
const bases = ["Metric"];

/** What stands before the options. */
const firstByClasses: Readonly<Record<string, readonly unknown[]>> = {
  CallbackList: [[]],
  MeanMetricWrapper: [tf.losses.absoluteDifference],
};

function classTaker(name: string, Class: new (...given: unknown[]) => unknown): Taker {
  const before = firstByClasses[name] ?? [];
  return { take: (args) => new Class(...before, args), needed: neededByClasses[name] ?? {} };
}

const takers: readonly (readonly [name: string, taker: Taker])[] = Object.entries(epochal)
  .filter(([name]) => !withoutOptions.includes(name) && !bases.includes(name))
  .map(([name, exported]) => [
    name,
    functions[name] ?? classTaker(name, exported as unknown as new () => unknown),
  ]);

/** Without data for a training of its own, and without a word. */
const quiet: Bag = { fit: { verbose: 0 }, fitDataset: { verbose: 0 } };

async function errorOf({ take }: Taker, args: unknown): Promise<Error | undefined> {
  try {
    await take(args);
  } catch (error) {
    return error as Error;
  }
  return undefined;
}

/** All options, as the error for one that there is not says. */
async function optionsOf(taker: Taker): Promise<readonly string[]> {
  const { message = "" } = (await errorOf(taker, { ...taker.needed, nothingLikeIt: 1 })) ?? {};
  return (
    /options must be among (.*)\. Received: nothingLikeIt$/.exec(message)?.[1]?.split(", ") ?? []
  );
}

const index = readFileSync(new URL("../src/index.ts", import.meta.url), "utf8");

/** The options that its page in the documentation tells of. */
function documented(name: string): readonly string[] {
  const source = new RegExp(`\\b${name}\\b[^}]*\\} from "\\./([^"]*)\\.ts"`).exec(index)?.[1] ?? "";
  const room = source.startsWith("metrics/")
    ? "metrics"
    : source.startsWith("callbacks/")
      ? "callbacks"
      : "functions";
  const file = new URL(`../docs/${room}/${path.basename(source)}.md`, import.meta.url);
  return [...readFileSync(file, "utf8").matchAll(/^\| `(\w+)` \|/gm)].map(
    ([, option = ""]) => option,
  );
}

beforeAll(() => tf.setBackend("cpu"));

test("every export is looked at", () => {
  const known = [...Object.keys(functions), ...withoutOptions, ...bases];
  const classes = Object.entries(epochal).filter(([, each]) => String(each).startsWith("class"));
  const others = Object.keys(epochal).filter(
    (name) => !known.includes(name) && !classes.some(([each]) => each === name),
  );
  expect(others).toEqual([]);
  expect(takers.length).toBeGreaterThan(70);
});

describe.each(takers)("%s", (name, taker) => {
  test("refuses an option that it does not have, and says which it has", async () => {
    const error = await errorOf(taker, { ...taker.needed, nothingLikeIt: 1 });
    expect(error).toBeInstanceOf(TypeError);
    expect(await optionsOf(taker)).toEqual(
      expect.arrayContaining([...documented(name), ...Object.keys(taker.needed)]),
    );
  });

  test("knows an option by its name in Keras", async () => {
    for (const option of await optionsOf(taker)) {
      const python = option.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      if (python === option) continue;
      const error = await errorOf(taker, { ...taker.needed, [python]: 1 });
      expect(error).toBeInstanceOf(TypeError);
      expect(error?.message).toMatch(
        new RegExp(`Received: ${python}\\. Did you mean ${option}\\?$`),
      );
    }
  });

  test("takes null for an option that is absent", async () => {
    const nulls = (await optionsOf(taker))
      .filter((option) => !(option in taker.needed))
      .map((option) => [option, null]);
    const all = { ...Object.fromEntries(nulls), ...taker.needed, ...Object(quiet[name]) };
    expect(await errorOf(taker, all)).toBeUndefined();
    for (const option of Object.keys(taker.needed)) {
      const without = { ...taker.needed, [option]: undefined };
      const missing = await errorOf(taker, without);
      const none = await errorOf(taker, { ...taker.needed, [option]: null });
      expect(none?.message).toBe(missing?.message);
    }
  });

  test.each<[string, unknown]>([
    ["a number", 200],
    ["a text", "val_loss"],
    ["a list", ["auc"]],
    ["null", null],
    ["a Map", new Map([["name", "auc"]])],
    ["a function", () => ({})],
    ["an object of a class", new (class Run {})()],
  ])("refuses %s in place of its options, and shows them", async (_, given) => {
    const error = await errorOf(taker, given);
    expect(error).toBeInstanceOf(TypeError);
    expect(error?.message).toContain(
      `args must be an options object, { ${(await optionsOf(taker)).join(", ")} }`,
    );
  });
});

describe("a class of one's own", () => {
  test("that extends a metric of ours has options of its own, and keeps them in copies", () => {
    interface WeightedArgs extends epochal.AUCArgs {
      readonly cost?: number | null;
    }
    class Weighted extends epochal.AUC {
      readonly cost: number | null | undefined;
      constructor(args: WeightedArgs = {}) {
        super(args);
        this.cost = args.cost;
      }
    }
    const metric = new Weighted({ cost: 3, curve: "PR", name: "weighted" }).clone();
    expect([metric.cost, metric.name]).toEqual([3, "weighted"]);
    expect(new Weighted({ cost: null }).clone().cost).toBeNull();
    expect(() => new Weighted({ curve: "none" as never })).toThrow("AUC: curve must be");
  });

  test("that extends a callback of ours has options of its own", () => {
    class Named extends epochal.EarlyStopping {
      constructor(args: epochal.EarlyStoppingArgs & { readonly label: string }) {
        super(args);
      }
    }
    expect(new Named({ label: "a", monitor: "loss" }).monitor).toBe("loss");
    expect(() => new Named({ label: "a", patience: -1 })).toThrow(
      "EarlyStopping: patience must be",
    );
  });
});

test("options of a method are looked at, too", () => {
  const auc = new epochal.AUC();
  auc.updateState([0, 1], [0.1, 0.9]);
  expect(() => auc.curve({ max_points: 9 } as never)).toThrow(
    "AUC.curve: options must be among maxPoints, label. Received: max_points. Did you mean maxPoints?",
  );
  expect(() => auc.curve(9 as never)).toThrow("AUC.curve: args must be an options object");
  expect(auc.curve({ maxPoints: null as never }).points).toHaveLength(3);
});

test("null where it means something in Keras means that", () => {
  const each = new epochal.R2Score({ classAggregation: null }).clone();
  each.updateState(
    [
      [1, 2],
      [2, 4],
      [3, 6],
    ],
    [
      [1, 2],
      [2, 5],
      [3, 7],
    ],
  );
  expect(each.result()).toEqual([1, 0.75]);
  const f1 = new epochal.F1Score({ average: null as never });
  f1.updateState(
    [
      [1, 0],
      [0, 1],
    ],
    [
      [0.9, 0.1],
      [0.2, 0.8],
    ],
  );
  expect(f1.result()).toEqual([1, 1]);
  const precision = new epochal.Precision({ thresholds: null as never, topK: null as never });
  precision.updateState([0, 1], [0.4, 0.6]);
  expect(precision.result()).toBe(1);
});

test("options that lie within options are looked at, too", () => {
  expect(
    () => new epochal.EarlyStopping({ monitor: [{ key: "loss", min_delta: 1 } as never] }),
  ).toThrow(
    "EarlyStopping: monitor[0]: options must be among key, mode, minDelta. Received: min_delta. Did you mean minDelta?",
  );
  expect(() => new epochal.ModelCheckpoint({ filepath: "a", keep: { lst: 1 } as never })).toThrow(
    "ModelCheckpoint: keep: options must be among best, last. Received: lst. Did you mean last?",
  );
  const keep = { best: 1, last: null } as never;
  expect(new epochal.ModelCheckpoint({ filepath: "a", keep }).saved).toEqual([]);
});
