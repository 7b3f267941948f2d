import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { beforeAll, expect, test } from "vitest";

/** Trains with every part that could ask the program it runs in for something, and says what came of it. */
const program = `
import * as tf from "@tensorflow/tfjs";
import * as epochal from ${JSON.stringify(new URL("../src/index.ts", import.meta.url).pathname)};

export async function train() {
  await tf.setBackend("cpu");
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1], kernelInitializer: "ones" })] });
  model.compile({ optimizer: "sgd", loss: "meanSquaredError", metrics: [new epochal.AUC()] });
  const x = tf.tensor2d([[0.1], [0.4], [0.35], [0.8]]);
  const y = tf.tensor2d([[0], [0], [1], [1]]);
  const told = [];
  const run = { log: () => { throw new Error("full"); }, describe() {}, event: ({ type }) => told.push(type) };
  const callbacks = [
    new epochal.History({ run }),
    new epochal.EarlyStopping({ monitor: "auc", verbose: 1, patience: 9, restoreBestWeights: true, run }),
    new epochal.TensorBoard({ run, updateFreq: "batch" }),
    new epochal.TerminateOnNaN({ checkWeights: true }),
  ];
  const { epoch } = await epochal.fit(model, x, y, { epochs: 2, validationData: [x, y], callbacks, seed: 1 });
  const { auc } = await epochal.evaluate(model, x, y, { metrics: ["auc"] });
  const list = new epochal.CallbackList(new epochal.ProgbarLogger(), { model });
  await list.onTrainBegin();
  await list.onBatchEnd(0, { loss: 1 });
  await list.onEpochEnd(0, { loss: 1 });
  await list.onTrainEnd();
  const refused = [];
  for (const callback of [new epochal.CSVLogger({ filename: "a.csv" }), new epochal.TensorBoard({ logDir: "logs" })]) {
    await model.fit(x, y, { verbose: 0, callbacks: [callback] }).catch(({ message }) => refused.push(message));
  }
  try {
    epochal.autolog();
  } catch ({ message }) {
    refused.push(message);
  }
  const heard = [];
  const startRun = async (options) => ({
    id: "a",
    log: (values) => heard.push(Object.keys(values).includes("auc")),
    describe() {},
    event() {},
    parts: { timing: false, memory: false, cost: false },
    track: (fn) => fn(),
    finish: async (end) => heard.push(options.project, options.config.optimizer, end.state),
  });
  epochal.autolog({ store: { startRun } });
  await model.fit(x, y, { epochs: 2, verbose: 0 });
  await model.fit(tf.ones([1, 2]), y, { verbose: 0 }).catch(() => heard.push("thrown"));
  epochal.autolog({ disable: true });
  return { epoch, auc, told: [...new Set(told)], refused, heard };
}
`;

let code: string;
beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname, loader: "js" },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "bundled",
    platform: "browser",
    logLevel: "silent",
  });
  code = outputFiles[0]?.text ?? "";
}, 60_000);

const nothing = () => {};
const noStreams = { stdout: {}, stderr: undefined };

test.each<[string, object | undefined]>([
  ["no process", undefined],
  ["a process of an environment alone", { env: {} }],
  ["the process of a bundler", { env: {}, browser: true, versions: {}, on: nothing, off: nothing }],
  [
    "a process whose streams and warnings are nothing",
    { env: {}, emitWarning: null, ...noStreams },
  ],
])("trains beside %s", async (_, process) => {
  const lines: string[] = [];
  const say = (line: unknown) => void lines.push(String(line));
  const console = { log: say, warn: say, error: say, info: say, debug: say };
  const { setTimeout, clearTimeout, performance, TextEncoder, TextDecoder, crypto, fetch } =
    globalThis;
  const host = {
    console,
    setTimeout,
    clearTimeout,
    performance,
    TextEncoder,
    TextDecoder,
    crypto,
    fetch,
  };
  const context = createContext({
    ...host,
    document: { title: "a page" },
    ...(process && { process }),
  });
  runInContext("globalThis.window = globalThis.self = globalThis", context);
  const train = runInContext(`${code}; bundled.train`, context) as () => Promise<object>;
  const { epoch, auc, told, refused, heard } = (await train()) as Record<string, unknown>;
  expect(epoch).toEqual([0, 1]);
  expect(auc).toBe(0.75);
  expect(told).toEqual(expect.arrayContaining(["early_stopping", "card"]));
  expect(refused).toEqual([
    expect.stringContaining("CSVLogger"),
    expect.stringContaining("TensorBoard"),
    expect.stringContaining("autolog: in a page give the store"),
  ]);
  expect(heard).toEqual([true, true, "thrown", "a page", "sgd", "failed"]);
});
