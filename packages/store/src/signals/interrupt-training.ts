import { Session } from "node:inspector";
import type { EndingSignal } from "./ending-signals.ts";

/**
 * Makes the main thread take a signal in the middle of its work, which the inspector may interrupt.
 *
 * @param name the name of the function that takes it
 * @param onBusy called where the signal could not be taken at this point, but perhaps a moment later
 */
export function interruptTraining(name: string, signal: EndingSignal, onBusy: () => void): void {
  try {
    const session = new Session();
    session.connectToMainThread();
    const expression = `globalThis[Symbol.for(${JSON.stringify(name)})]?.(${JSON.stringify(signal)})`;
    session.post("Runtime.evaluate", { expression, returnByValue: true }, (_error, answer) => {
      session.disconnect();
      if (answer?.result.value === false) onBusy();
    });
  } catch {
    // A Node without an inspector.
  }
}
