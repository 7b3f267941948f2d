import type { RunEvent } from "@epochal/record";
import { epochWords } from "../format/epoch-words.ts";
import { formatDuration } from "../format/format-duration.ts";
import { formatParam } from "../format/format-param.ts";
import { formatValue } from "../format/format-value.ts";

/**
 * What a mark in a chart says of an event, in a few words: what happened, and the value that belongs to it. Undefined for an event that a mark has
 * nothing to add to.
 *
 * @param event as `soundEvent` gives it
 * @example
 * briefEventWords({ type: "learning_rate", epoch: 4, from: 0.01, to: 0.001, reason: "…" }); // "learning rate cut to 0.001"
 */
export function briefEventWords(event: RunEvent): string | undefined {
  const number = (value: unknown) => formatValue(Number(value));
  switch (event.type) {
    case "learning_rate": {
      const verb = Number(event.to) < Number(event.from) ? "cut" : "raised";
      return `learning rate ${verb} to ${formatParam(Number(event.to))}`;
    }
    case "hidden":
      return `page hidden for ${formatDuration(event.seconds * 1000)}`;
    case "checkpoint":
      return event.monitor === undefined
        ? undefined
        : `saved, ${event.monitor} ${number(event.value)}`;
    case "weights_restored":
      return `weights of ${epochWords(event.epoch)} kept, ${event.monitor} ${number(event.value)}`;
    case "stopped_early":
      return event.monitor === undefined ? undefined : `stopped, watching ${event.monitor}`;
    case "fit":
      return `fit ${event.fit + 1} began`;
    default:
      return undefined;
  }
}
