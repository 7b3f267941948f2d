import type { RecordedEventView } from "../data/run-json.ts";
import { formatValue } from "../format/format-value.ts";

/** An event of a run, in words. */
export function eventWords(event: RecordedEventView["event"]): string {
  switch (event.type) {
    case "early_stopping": {
      const value = formatValue(Number(event.value));
      return event.improved
        ? `${event.monitor} improved to ${value}`
        : `${event.monitor} ${value}, no improvement: ${event.wait} of ${event.patience}`;
    }
    case "stopped_early":
      return `Stopped early: ${event.reason}`;
    case "weights_restored":
      return `Weights of epoch ${event.epoch} restored, ${event.monitor} ${formatValue(Number(event.value))}`;
    case "learning_rate":
      return `Learning rate ${formatValue(Number(event.from))} → ${formatValue(Number(event.to))}: ${event.reason}`;
    case "checkpoint":
      return `Saved to ${event.path}${event.monitor ? `, ${event.monitor} ${formatValue(Number(event.value))}` : ""}`;
    case "non_finite":
      return `${event.key} is ${event.value} for the first time${event.batch === undefined ? "" : ` in batch ${event.batch}`}${event.before === undefined ? "" : `, after ${formatValue(Number(event.before))}`}`;
    case "warning":
      return event.message;
    default:
      // Written by a newer version: shown as it is rather than not at all.
      return (event as { type: string }).type;
  }
}
