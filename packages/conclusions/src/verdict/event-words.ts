import type { FitEvent, RunEvent } from "@epochal/record";
import { ordinal } from "./ordinal.ts";
import { percent, shortNumber } from "./short-number.ts";
import { soundEvent } from "./sound-event.ts";
import { updateWords } from "./update-words.ts";

const sum = (numbers: readonly number[]) =>
  numbers.reduce((total, each) => total + Number(each), 0);
const plural = (count: number, word: string) =>
  `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

/** Which fit began, and what it trains: `3 epochs` of a fit that is to train so many. */
function fitWords({ fit, initialEpoch, epochs, model, ...event }: FitEvent): string {
  const asked = epochs === undefined ? "" : `, ${plural(epochs - initialEpoch, "epoch")}`;
  const { trainedParameters: trained, parameters: all } = event;
  const frozen =
    trained === all
      ? ""
      : `, ${trained.toLocaleString("en")} of ${plural(all, "parameter")} trained`;
  return `Fit ${fit + 1} began: ${model}${asked}${frozen}`;
}

/** An event of a run, in words. One that lacks a field is told as far as it can be. */
export function eventWords(told: RunEvent): string {
  const event = soundEvent(told);
  switch (event.type) {
    case "early_stopping": {
      const value = shortNumber(Number(event.value));
      return event.improved
        ? `${event.monitor} improved to ${value}`
        : `${event.monitor} ${value}, no improvement: ${event.wait} of ${event.patience}`;
    }
    case "fit":
      return fitWords(event);
    case "stopped_early":
      return `Stopped early: ${event.reason}`;
    case "weights_restored":
      return `Weights of epoch ${event.epoch} restored, ${event.monitor} ${shortNumber(Number(event.value))}`;
    case "learning_rate":
      return `Learning rate ${shortNumber(Number(event.from))} → ${shortNumber(Number(event.to))}: ${event.reason}`;
    case "checkpoint":
      return `Saved to ${event.path}${event.monitor ? `, ${event.monitor} ${shortNumber(Number(event.value))}` : ""}`;
    case "non_finite":
      return `${event.key} is ${event.value} for the first time${event.batch === undefined ? "" : ` in batch ${event.batch}`}${event.before === undefined ? "" : `, after ${shortNumber(Number(event.before))}`}`;
    case "histogram":
      return `${event.key}: ${plural(sum(event.counts), "value")} from ${shortNumber(Number(event.edges[0] ?? Number.NaN))} to ${shortNumber(Number(event.edges.at(-1) ?? Number.NaN))}`;
    case "graph":
      return `Model of ${plural(event.layers.filter(({ className }) => className !== "InputLayer").length, "layer")}, ${plural(sum(event.layers.map(({ parameters }) => parameters)), "parameter")}`;
    case "resumed":
      return `Resumed, for the ${ordinal(event.segment)} time`;
    case "card":
      return `Card taken: ${Object.keys(event.card).join(", ")}`;
    case "partial_epoch":
      return `Partial epoch: ${event.reason}`;
    case "tensor_leak":
      return `Tensor leak: ${plural(event.tensorsPerEpoch, "tensor")} (${plural(event.bytesPerEpoch, "byte")}) more with every epoch`;
    case "recording_thinned":
      return `Only every ${ordinal(event.every)} batch is recorded from batch ${event.batch} on: recording took ${percent(event.share)} of the time`;
    case "request":
      return `${event.by} asked to ${event.want === "stop" ? "stop" : "save the weights"}: ${event.outcome}`;
    case "note":
      return `${event.by}: ${event.text}`;
    case "updated":
      return `${event.by} ${updateWords(event.changes)}`;
    case "pruned":
      return `${event.by} thinned it: ${plural(event.removed, "value")} removed, of each ${event.keepEvery} steps the extremes kept`;
    case "warning":
      return event.message;
    default:
      // Written by a newer version: shown as it is rather than not at all.
      return (event as { type: string }).type;
  }
}
