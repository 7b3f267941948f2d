import { createRequire } from "node:module";
import util from "node:util";

/** Loads `@tensorflow/tfjs-node`, which the examples install, or says in one line why it cannot be loaded. */
export function loadNativeBackend(): string | undefined {
  const fromExamples = createRequire(new URL("../../../examples/package.json", import.meta.url));
  const removed: Record<string, unknown> = {
    isNullOrUndefined: (value: unknown) => value == null,
    isArray: Array.isArray,
  };
  try {
    const nodeUtil = fromExamples("node:util") as Record<string, unknown>;
    // Node 23 removed what tfjs-node 4.22 calls.
    for (const [name, value] of Object.entries(removed)) {
      if (!(name in util)) nodeUtil[name] = value;
    }
    fromExamples("@tensorflow/tfjs-node");
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? error.name) : String(error);
  }
}
