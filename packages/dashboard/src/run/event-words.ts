import type { RecordedEventView } from "../data/run-json.ts";
import { formatValue } from "../format/format-value.ts";

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const plural = (count: number, word: string) =>
  `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

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
    case "histogram":
      return `${event.key}: ${plural(sum(event.counts), "value")} from ${formatValue(event.edges[0] ?? Number.NaN)} to ${formatValue(event.edges.at(-1) ?? Number.NaN)}`;
    case "graph":
      return `Model of ${plural(event.layers.length, "layer")}, ${plural(sum(event.layers.map(({ parameters }) => parameters)), "parameter")}`;
    case "warning":
      return event.message;
    default:
      // Written by a newer version: shown as it is rather than not at all.
      return (event as { type: string }).type;
  }
}
