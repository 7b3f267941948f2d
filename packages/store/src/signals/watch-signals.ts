import { isMainThread } from "node:worker_threads";
import { type EndingSignal, endingSignals } from "./ending-signals.ts";
import type { LastWords } from "./last-words.ts";
import { removeOrderly, tellListeners } from "./listener-bits.ts";
import { ListeningThread } from "./listening-thread.ts";

export interface SignalWatcher {
  /** Called with the signal that is about to end the process. */
  readonly hear: (signal: EndingSignal) => void;
  /** Whether it cannot be called just now: the interrupted code may be in the middle of something. */
  readonly isBusy: () => boolean;
  /** What to write where it cannot be called at all. */
  readonly lastWords: LastWords;
}

/** Who hears signals: nobody yet, the listening thread, or the training thread where there can be no other. */
let listening: "none" | "thread" | "here" = "none";
let thread: ListeningThread | undefined;
let hasTried = false;
let firstTurn: NodeJS.Immediate | undefined;
let untell: (() => void) | undefined;
const watching = new Set<SignalWatcher>();

/** Starts hearing signals, so that they are heard when a run is tracked. */
export function prepareSignals(): void {
  if (hasTried || !isMainThread) return;
  hasTried = true;
  try {
    thread = new ListeningThread(takeSignal);
    Object.defineProperty(globalThis, Symbol.for(thread.name), { value: takeSignal });
  } catch {
    // Signals are then heard when the event loop turns.
  }
}

/**
 * Calls back when a signal is about to end the process, until the returned function is called: also while the thread computes
 * and its event loop does not turn.
 *
 * The process then ends as it would have: by the signal where nobody else listens to it, else as the other listeners decide. It
 * listens to signals only while somebody watches, and never in a worker thread.
 */
export function watchSignals(watcher: SignalWatcher): () => void {
  if (!isMainThread) return () => {};
  watching.add(watcher);
  if (watching.size === 1) listen();
  else if (listening === "thread") thread?.change(lastWords());
  return () => {
    if (!watching.has(watcher)) return;
    const { owner = "training", signal } = thread?.words ?? {};
    // It came a moment ago, and nobody has been told yet.
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
  // Listeners of this thread hear nothing until the event loop turns. Until then a signal ends the process at once.
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
 * Tells all watchers, and ends the process where no other listener decides that.
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
    // Another listener may still be at work, and then ends the process itself.
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
