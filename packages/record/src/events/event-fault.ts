import {
  badField,
  type Is,
  isAbsentOr,
  isAnyNumber,
  isFlag,
  isListOf,
  isNumber,
  isObject,
  isShape,
  isText,
} from "./is-shape.ts";
import type { RunEvent } from "./run-event.ts";

type Fields = Readonly<Record<string, Is>>;

/** What each event must say to be told in words. Fields that are not here may be anything. */
const fields: Readonly<Record<RunEvent["type"], Fields>> = {
  early_stopping: {
    epoch: isNumber,
    monitor: isText,
    mode: (value) => value === "max" || value === "min",
    value: isAnyNumber,
    best: isAbsentOr(isAnyNumber),
    bestEpoch: isAbsentOr(isNumber),
    minDelta: isNumber,
    baseline: isAbsentOr(isNumber),
    wait: isNumber,
    patience: isNumber,
    improved: isFlag,
  },
  fit: {
    epoch: isNumber,
    fit: isNumber,
    initialEpoch: isNumber,
    epochs: isAbsentOr(isNumber),
    model: isText,
    trainedParameters: isNumber,
    parameters: isNumber,
  },
  stopped_early: { epoch: isNumber, reason: isText },
  weights_restored: { epoch: isNumber, monitor: isText, value: isAnyNumber },
  learning_rate: { epoch: isNumber, from: isAnyNumber, to: isAnyNumber, reason: isText },
  checkpoint: {
    epoch: isNumber,
    batch: isAbsentOr(isNumber),
    path: isText,
    monitor: isAbsentOr(isText),
    value: isAbsentOr(isAnyNumber),
  },
  non_finite: {
    epoch: isNumber,
    batch: isAbsentOr(isNumber),
    key: isText,
    value: isAnyNumber,
    before: isAbsentOr(isAnyNumber),
  },
  warning: { message: isText, epoch: isAbsentOr(isNumber) },
  histogram: {
    epoch: isNumber,
    key: isText,
    edges: isListOf(isAnyNumber),
    counts: isListOf(isAnyNumber),
  },
  graph: {
    epoch: isNumber,
    layers: isListOf(isShape({ parameters: isNumber })),
  },
  resumed: { segment: isNumber, epoch: isAbsentOr(isNumber) },
  card: { epoch: isAbsentOr(isNumber), fit: isAbsentOr(isNumber), card: isObject },
  partial_epoch: { epoch: isNumber, batches: isNumber, of: isAbsentOr(isNumber), reason: isText },
  tensor_leak: { epoch: isNumber, tensorsPerEpoch: isNumber, bytesPerEpoch: isNumber },
  recording_thinned: { epoch: isNumber, batch: isNumber, every: isNumber, share: isNumber },
  request: {
    request: isText,
    want: (value) => value === "stop" || value === "save_weights",
    by: isText,
    epoch: isNumber,
    batch: isAbsentOr(isNumber),
    outcome: isText,
  },
  note: { by: isText, text: isText, epoch: isAbsentOr(isNumber) },
};

/**
 * What keeps an event from being told in words: `its monitor is missing`. Undefined for a sound event, and for one of a type that
 * this version does not know.
 */
export function eventFault(event: unknown): string | undefined {
  if (!isObject(event)) return "it is no object";
  if (typeof event.type !== "string") return "it has no type";
  const known = Object.hasOwn(fields, event.type);
  const wanted: Fields = known
    ? fields[event.type as RunEvent["type"]]
    : { epoch: isAbsentOr(isNumber) };
  const bad = badField(event, wanted);
  if (bad === undefined) return undefined;
  return `its ${bad} is ${Object.hasOwn(event, bad) ? "of a wrong kind" : "missing"}`;
}
