import { engine } from "@tensorflow/tfjs";

/**
 * Runs something in the middle of a training step without leaving its operations on the gradient tape, where they would
 * keep their tensors until the step is over.
 */
export function offTape<T>(run: () => T): T {
  const { state } = engine();
  // Within an operation nothing is recorded but the operation itself.
  state.kernelDepth++;
  try {
    return run();
  } finally {
    state.kernelDepth--;
  }
}
