import type { EpochalCallback } from "../arranging/epochal-callback.ts";
import { meterOf } from "../recording/cost-meter.ts";

/** Starts counting the reading of logs as what tracking costs, where nobody needs them but to record them. */
export function beginReading(readers: readonly EpochalCallback[]): () => void {
  if (!readers.every(({ isRecorder }) => isRecorder)) return () => {};
  const runs = new Set(readers.map((reader) => reader.recordsInto?.()));
  const ends = [...runs].map((run) => run && meterOf(run)?.begin());
  return () => {
    for (const end of ends) end?.();
  };
}
