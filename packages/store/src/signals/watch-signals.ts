import { isMainThread } from "node:worker_threads";
import { type EndingSignal, endingSignals } from "./ending-signals.ts";
import type { LastWords } from "./last-words.ts";
import { removeOrderly, tellListeners } from "./listener-bits.ts";
import { ListeningThread } from "./listening-thread.ts";

export interface SignalWatcher {
  /** Is told which signal is about to end the process. */
  readonly hear: (signal: EndingSignal) => void;
  /** Whether it cannot be told just now: whoever is interrupted may be in the middle of something. */
  readonly isBusy: () => boolean;
  /** What is written where it cannot be told at all. */
  readonly lastWords: LastWords;
}

/** What hears signals: nobody yet, the thread, or the training thread itself where it may have no other. */
let listening: "none" | "thread" | "here" = "none";
let thread: ListeningThread | undefined;
let hasTried = false;
let firstTurn: NodeJS.Immediate | undefined;
let untell: (() => void) | undefined;
const watching = new Set<SignalWatcher>();

/** Starts what hears signals, so that it is there when a run is tracked. */
export function prepareSignals(): void {
  if (hasTried || !isMainThread) return;
  hasTried = true;
  try {
    thread = new ListeningThread(takeSignal);
    Object.defineProperty(globalThis, Symbol.for(thread.name), { value: takeSignal });
  } catch {
    // Then signals are heard when the event loop turns.
  }
}

/**
 * Tells when a signal is about to end the process, for as long as the returned function was not called: also while the thread
 * computes and its event loop does not turn.
 *
 * The process then ends as it would have: by the signal where nobody else listens to it, else as they see fit. Signals are only
 * listened to while somebody watches. In a worker thread they are nobody's.
 */
export function watchSignals(watcher: SignalWatcher): () => void {
  if (!isMainThread) return () => {};
  watching.add(watcher);
  if (watching.size === 1) listen();
  else if (listening === "thread") thread?.change(lastWords());
  return () => {
    if (!watching.has(watcher)) return;
    const { owner = "training", signal } = thread?.words ?? {};
    // It came a moment ago, and nobody has had the time to say so.
    if (listening === "thread" && owner === "nobody" && signal !== undefined) takeSignal(signal);
    if (!watching.delete(watcher)) return;
    if (watching.size === 0) leave();
    else if (listening === "thread") thread?.change(lastWords());
  };
}

function listen(): void {
  prepareSignals();
  if (thread !== undefined) {
    untell = tellListeners(thread.words, takeHere);
    if (thread.listen(lastWords())) {
      listening = "thread";
      return;
    }
    untell();
  }
  // Who listens here is deaf until the event loop turns. Until then a signal is left to end the process at once.
  listening = "here";
  firstTurn = setImmediate(() => {
    for (const signal of endingSignals) process.prependListener(signal, takeHere);
  });
}

function leave(): void {
  if (listening === "thread") thread?.leave();
  stopListening();
}

function stopListening(): void {
  listening = "none";
  untell?.();
  clearImmediate(firstTurn);
  for (const signal of endingSignals) process.off(signal, takeHere);
}

/**
 * Tells whoever watches, and ends the process where nobody else wants to.
 *
 * @returns whether it was taken
 */
function takeSignal(signal: EndingSignal): boolean {
  if (watching.size === 0) return true;
  if ([...watching].some((watcher) => watcher.isBusy())) return false;
  const by = listening === "thread" ? thread : undefined;
  if (by !== undefined && !by.words.take("training")) return by.standStill();
  const told = [...watching];
  watching.clear();
  stopListening();
  for (const watcher of told) watcher.hear(signal);
  if (by === undefined) {
    // A polite listener of somebody else may still be at work; ending the process is then up to it.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    return true;
  }
  if (!by.words.isOthers) removeOrderly(signal);
  const isOthers = by.words.isOthers || process.listenerCount(signal) > 0;
  by.words.answer = isOthers ? "leave" : "end";
  return isOthers || by.standStill();
}

function takeHere(signal: NodeJS.Signals): void {
  takeSignal(signal as EndingSignal);
}

function lastWords(): LastWords[] {
  return [...watching].map((watcher) => watcher.lastWords);
}
