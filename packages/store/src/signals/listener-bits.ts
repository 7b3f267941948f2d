import { type EndingSignal, endingSignals } from "./ending-signals.ts";
import type { SignalWords } from "./signal-words.ts";

/** Marks a listener that ends a training in order, as `fit()` of the callbacks has one. A name, because neither package imports the other. */
const endsInOrder = Symbol.for("epochal.endsTrainingInOrder");

type Listener = (signal: NodeJS.Signals) => void;

/**
 * Tells the listening thread who in this thread listens to which signal, until the returned function is called. Where somebody
 * does, `own` listens too, and is called first: the other listener may end the process at once.
 */
export function tellListeners(words: SignalWords, own: Listener): () => void {
  const tell = (bits: number) => {
    words.listeners = bits;
    for (const signal of endingSignals) {
      const listens = process.listeners(signal).includes(own);
      const isHeard = isHeardBy(bits, signal, "anybody");
      if (isHeard && !listens) process.prependListener(signal, own);
      else if (!isHeard && listens) process.off(signal, own);
    }
  };
  const bits = () => listenerBits(own);
  const added = (name: string | symbol, listener: object) => {
    if (listener !== own) tell(bits() | bitOf(name, listener));
  };
  const removed = (_name: string | symbol, listener: object) => {
    if (listener !== own) tell(bits());
  };
  process.on("newListener", added);
  process.on("removeListener", removed);
  tell(bits());
  return () => {
    process.off("newListener", added);
    process.off("removeListener", removed);
    for (const signal of endingSignals) process.off(signal, own);
  };
}

/** @param who `anybody`, or only listeners that do more than end a training in order */
export function isHeardBy(bits: number, signal: EndingSignal, who: "anybody" | "others"): boolean {
  const mask = who === "anybody" ? 3 : 1;
  return (bits & (mask << (2 * endingSignals.indexOf(signal)))) !== 0;
}

/** Removes the listeners that would end a training in order. */
export function removeOrderly(signal: EndingSignal): void {
  for (const listener of process.listeners(signal)) {
    if (endsInOrder in listener) process.off(signal, listener);
  }
}

function listenerBits(own: Listener): number {
  let bits = 0;
  for (const signal of endingSignals) {
    for (const listener of process.listeners(signal)) {
      if (listener !== own) bits |= bitOf(signal, listener);
    }
  }
  return bits;
}

function bitOf(name: string | symbol, listener: object): number {
  const i = endingSignals.indexOf(name as EndingSignal);
  return i < 0 ? 0 : 1 << (2 * i + (endsInOrder in listener ? 1 : 0));
}
