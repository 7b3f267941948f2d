import type { BatchMeansEvent, FitEvent, RunEvent } from "@epochal/record";
import { batchWords } from "../format/batch-words.ts";
import { counted } from "../format/counted.ts";
import { epochWords } from "../format/epoch-words.ts";
import { formatCount } from "../format/format-count.ts";
import { formatDuration } from "../format/format-duration.ts";
import { formatShare } from "../format/format-share.ts";
import { formatValue } from "../format/format-value.ts";
import { listed } from "../text/listed.ts";
import { ordinal } from "../text/ordinal.ts";
import { soundEvent } from "../verdict/sound-event.ts";
import { recounted } from "./recounted.ts";
import { stopWords } from "./stop-words.ts";
import { updateWords } from "./update-words.ts";

const sum = (numbers: readonly number[]) =>
  numbers.reduce((total, each) => total + Number(each), 0);

/** Which fit began, how many epochs it is to train, and how much of its model. */
function fitWords({ fit, initialEpoch, epochs, model, ...event }: FitEvent): string {
  const asked = epochs === undefined ? "" : `, ${counted(epochs - initialEpoch, "epoch")}`;
  const { trainedParameters: trained, parameters: all } = event;
  const frozen =
    trained === all ? "" : `, ${formatCount(trained)} of ${counted(all, "parameter")} trained`;
  return `Fit ${fit + 1} began: ${model}${asked}${frozen}`;
}

/** Which metrics are means over batches, and of which that is another number than the value over all samples. */
function meansWords({ keys, inexact = [] }: BatchMeansEvent): string {
  const are = keys.length === 1 ? "is a mean" : "are means";
  const said = `${listed(keys)} ${are} over batches, as TensorFlow.js takes them`;
  if (inexact.length === 0) return said;
  const exact = listed(inexact.map((each) => each.exact));
  const those = listed(inexact.map((each) => each.key));
  return `${said}: of ${those} that is not the value over all samples, which ${exact} of @epochal/callbacks ${inexact.length === 1 ? "gives" : "give"}`;
}

/** Says an event of a run in words. It says as much as it can of an event that lacks a field. */
export function eventWords(told: RunEvent): string {
  const event = soundEvent(told);
  switch (event.type) {
    case "early_stopping": {
      const value = formatValue(Number(event.value));
      return event.improved
        ? `${event.monitor} improved to ${value}`
        : `${event.monitor} ${value}, no improvement: ${event.wait} of ${event.patience}`;
    }
    case "fit":
      return fitWords(event);
    case "stopped_early":
      return `Stopped early: ${stopWords(event)}`;
    case "weights_restored":
      return `Weights of ${epochWords(event.epoch)} restored, ${event.monitor} ${formatValue(Number(event.value))}`;
    case "learning_rate":
      return `Learning rate ${formatValue(Number(event.from))} → ${formatValue(Number(event.to))}: ${recounted(event.reason)}`;
    case "checkpoint":
      return `Saved to ${event.path}${event.monitor ? `, ${event.monitor} ${formatValue(Number(event.value))}` : ""}`;
    case "non_finite":
      return `${event.key} is ${formatValue(Number(event.value))} for the first time${event.batch === undefined ? "" : ` in ${batchWords(event.batch)}`}${event.before === undefined ? "" : `, after ${formatValue(Number(event.before))}`}`;
    case "histogram":
      return `${event.key}: ${counted(sum(event.counts), "value")} from ${formatValue(Number(event.edges[0] ?? Number.NaN))} to ${formatValue(Number(event.edges.at(-1) ?? Number.NaN))}`;
    case "graph":
      return `Model of ${counted(event.layers.filter(({ className }) => className !== "InputLayer").length, "layer")}, ${counted(sum(event.layers.map(({ parameters }) => parameters)), "parameter")}`;
    case "resumed":
      return `Resumed, for the ${ordinal(event.segment)} time`;
    case "card":
      return `Card taken: ${Object.keys(event.card).join(", ")}`;
    case "partial_epoch":
      return `Partial epoch: ${event.reason}`;
    case "tensor_leak":
      return `Tensor leak: ${counted(event.tensorsPerEpoch, "tensor")} (${counted(event.bytesPerEpoch, "byte")}) more with every epoch`;
    case "recording_thinned":
      return `Only every ${ordinal(event.every)} batch is recorded from ${batchWords(event.batch)} on: recording took ${formatShare(event.share)} of the time`;
    case "request":
      return `${event.by} asked to ${event.want === "stop" ? "stop" : "save the weights"}: ${event.outcome}`;
    case "note":
      return `${event.by}: ${event.text}`;
    case "updated":
      return `${event.by} ${updateWords(event.changes)}`;
    case "pruned":
      return `${event.by} thinned it: ${counted(event.removed, "value")} removed, of each ${counted(event.keepEvery, "step")} the extremes kept`;
    case "batch_means":
      return meansWords(event);
    case "output":
      return event.lines.length === 1
        ? "The last line of the program's output is kept"
        : `The last ${counted(event.lines.length, "line")} of the program's output are kept`;
    case "hidden":
      return `The page was hidden for ${formatDuration(event.seconds * 1000)}: browsers slow such pages down`;
    case "warning":
      return recounted(event.message);
    default:
      // A newer version wrote it: its type is better than nothing.
      return (event as { type: string }).type;
  }
}
