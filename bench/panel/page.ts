// A page that trains, and counts its own frames meanwhile.
import { History } from "@epochal/callbacks";
import { showRun } from "@epochal/panel";
import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";

/** How the training is shown. */
export type Shown = "nothing" | "panel" | "tfjs-vis";

/** What a training was like for the page. */
export interface Trained {
  readonly backend: string;
  /** Milliseconds from one frame to the next. */
  readonly frames: readonly number[];
  /** Of the whole training. */
  readonly ms: number;
  /** Milliseconds of each turn in which the panel makes its pictures or draws one. */
  readonly draws: readonly number[];
}

interface Vis {
  readonly show: {
    fitCallbacks(place: HTMLElement, metrics: readonly string[], options: object): object;
  };
}

/** What takes less draws nothing: TensorFlow.js waits for a frame, too. */
const SHORTEST_MS = 0.2;
const METRICS = ["loss", "val_loss", "acc", "val_acc"];

/** Trains a net of small batches, and lets the page draw between any two of them. */
async function train(shown: Shown, backend: string, epochs: number): Promise<Trained> {
  setWasmPaths("/");
  await tf.setBackend(backend);
  const x = tf.randomNormal([1024, 20], 0, 1, "float32", 1);
  const y = x.sum(1, true).greater(0).cast("float32");
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 32, activation: "relu", inputShape: [20] }),
      tf.layers.dense({ units: 1, activation: "sigmoid" }),
    ],
  });
  model.compile({ optimizer: "adam", loss: "binaryCrossentropy", metrics: ["accuracy"] });
  const fit = (rounds: number, callbacks: readonly object[]) =>
    model.fit(x, y, {
      ...{ epochs: rounds, batchSize: 64, validationSplit: 0.2, yieldEvery: "batch", verbose: 0 },
      callbacks: callbacks as never,
    });
  // What is compiled at the first batch is no part of it.
  await fit(2, []);
  const place = document.body.appendChild(document.createElement("div"));
  const draws: number[] = [];
  const nextFrame = window.requestAnimationFrame.bind(window);
  const giveBack = timeTurns(draws);
  const callbacks: Record<Shown, () => object> = {
    nothing: () => new History(),
    panel: () => new History({ run: showRun(place) }),
    "tfjs-vis": () =>
      (window as unknown as { readonly tfvis: Vis }).tfvis.show.fitCallbacks(place, METRICS, {
        callbacks: ["onEpochEnd"],
      }),
  };
  const callback = callbacks[shown]();
  const frames: number[] = [];
  let before = await new Promise<number>((resolve) => nextFrame(resolve));
  let isOver = false;
  const count = (at: number) => {
    frames.push(at - before);
    before = at;
    if (!isOver) nextFrame(count);
  };
  nextFrame(count);
  const begin = performance.now();
  await fit(epochs, [callback]);
  const ms = performance.now() - begin;
  isOver = true;
  giveBack();
  return { backend: tf.getBackend(), frames, ms, draws: shown === "panel" ? draws : [] };
}

/** Times what timers and frames do that take more than a moment, until the returned function is called. */
function timeTurns(times: number[]): () => void {
  const { setTimeout: usualTimeout, requestAnimationFrame: usualFrame } = window;
  const timed =
    <Args extends unknown[]>(what: (...args: Args) => void) =>
    (...args: Args) => {
      const begin = performance.now();
      what(...args);
      const ms = performance.now() - begin;
      if (ms >= SHORTEST_MS) times.push(ms);
    };
  const timeout = (what: () => void, ms?: number) => usualTimeout(timed(what), ms);
  window.setTimeout = timeout as typeof window.setTimeout;
  window.requestAnimationFrame = (what) => usualFrame(timed(what));
  return () => {
    window.setTimeout = usualTimeout;
    window.requestAnimationFrame = usualFrame;
  };
}

Object.assign(window, { tf, train });
