import type { RunStarter } from "@epochal/record";
import { ownCopy } from "../copies/own-copy.ts";
import { optionRules } from "../options/option-rules.ts";
import { takeOptions } from "../options/take-options.ts";
import { describeReceived } from "../text/describe-received.ts";
import { currentRecorder, setCurrentRecorder } from "./current-recorder.ts";
import { FitRecorder } from "./fit-recorder.ts";
import { nodeStore } from "./node-store.ts";
import type { StoreSource } from "./store-source.ts";
import { watchFits } from "./watch-fits.ts";
import { watchProgram } from "./watch-program.ts";

export interface AutologArgs {
  /**
   * The project of the runs.
   *
   * @default the only one that the store may write, else the name in the nearest package.json, that of the working directory, or a page's title
   */
  readonly project?: string;
  /**
   * Where the runs are kept: an open store, which stays yours to close, or in Node the path of an SQLite file.
   *
   * @default in Node the store that `openStore()` of `@epochal/store` opens; in a page it must be given
   */
  readonly store?: string | RunStarter;
  /**
   * Whether to take it back: `fit()` is TensorFlow.js' own again, and the runs that are open end.
   *
   * @default false
   */
  readonly disable?: boolean;
}

const rules = {
  project: optionRules.text,
  store: {
    words: "a path or an open store",
    Kind: TypeError,
    holds: (given: unknown) =>
      (typeof given === "string" && given !== "") ||
      typeof Reflect.get(Object(given), "startRun") === "function",
    check: refusePromise,
  },
  disable: optionRules.flag,
};

interface Going {
  readonly recorder: FitRecorder;
  readonly stop: () => void;
}

let going: Going | undefined;

function start(source: StoreSource, project: string | undefined): Going {
  const recorder = new FitRecorder({ source, project });
  const unwatch = watchFits({
    own: ownCopy,
    hear: (call) => (currentRecorder() === recorder ? recorder.hear(call) : undefined),
  });
  const leave = watchProgram((isOrderly) => recorder.endWithProcess(isOrderly));
  return {
    recorder,
    stop: () => {
      unwatch();
      void recorder.finish().finally(leave);
    },
  };
}

/**
 * Makes a run of every `fit()` and `fitDataset()` of the program, in one line and without a change to them: with its config, the
 * values of every epoch, its card, its status and its events.
 *
 * All fits of one model are one run. It ends with the program, with `autolog.finish()`, when a fit fails, or when another model is
 * trained; a model that is trained again later goes on with its run. Nothing else changes: weights, history and errors are those of
 * stock TensorFlow.js, and an error of recording is reported once and never reaches `fit()`. Metrics of TensorFlow.js are recorded as
 * they are, and the run says which of them are means over batches.
 *
 * A fit that records itself is left alone: one with a callback that has a `run`, and every one while the program has a run of its own
 * open. Called again it goes on with the new options; `autolog({ disable: true })` takes it back.
 *
 * @throws TypeError when an option is unknown or of the wrong kind
 * @throws Error when no store is given, and there is none: in a page, or where `@epochal/store` is not installed
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 *
 * const losses: (number | undefined)[] = [];
 * // In place of a store: `autolog()` alone opens that of @epochal/store.
 * const run = {
 *   id: "first",
 *   log: (values: { loss?: number }) => void losses.push(values.loss),
 *   describe: () => {},
 *   event: () => {},
 *   parts: { timing: false, memory: false, cost: false },
 *   track: async (fn: () => unknown) => fn(),
 *   finish: async () => {},
 * };
 * autolog({ project: "birds", store: { startRun: async () => run as never } });
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
 * model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
 * const { history } = await model.fit(tf.ones([4, 1]), tf.ones([4, 1]), { epochs: 3 });
 * losses.length; // 3
 * losses.join() === history.loss?.join(); // true
 * autolog({ disable: true });
 * ```
 */
export function autolog(args: AutologArgs = {}): void {
  const { disable = false, project, store } = takeOptions("autolog", args, rules);
  const isGiven = typeof store === "object";
  // What cannot be honoured leaves everything as it was.
  const source = disable ? undefined : isGiven ? givenStore(store) : nodeStore(store);
  going?.stop();
  going = source && start(source, project);
  setCurrentRecorder(going?.recorder);
}

export declare namespace autolog {
  /** Ends the runs that are open, and waits until they are kept. What is trained later gets other runs. */
  let finish: () => Promise<void>;
}

autolog.finish = async (): Promise<void> => going?.recorder.finish();

/** It is not closed by whoever was given it. */
function givenStore(store: RunStarter): StoreSource {
  return { open: async () => store, close: async () => {} };
}

function refusePromise(owner: string, given: unknown): void {
  if (!(given instanceof Promise)) return;
  throw new TypeError(
    `${owner}: store must be a path or an open store: await the store first. Received: ${describeReceived(given)}`,
  );
}
