import { Session } from "node:inspector";
import type { EndingSignal } from "./ending-signals.ts";

/**
 * Has the main thread take a signal in the middle of what it computes: the inspector may interrupt it.
 *
 * @param name what the function that takes it is called
 * @param onBusy is told where it could not be taken at that very point, and may be a moment later
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
