import { meterOf } from "../recording/cost-meter.ts";
import type { EpochalCallback } from "../streaming/epochal-callback.ts";

/** Starts counting the reading of logs as what tracking costs, where nobody needs them but to record them. */
export function beginReading(readers: readonly EpochalCallback[]): () => void {
  if (!readers.every(({ isRecorder }) => isRecorder)) return () => {};
  const runs = new Set(readers.map((reader) => reader.recordsInto?.()));
  const ends = [...runs].map((run) => run && meterOf(run)?.begin());
  return () => {
    for (const end of ends) end?.();
  };
}
