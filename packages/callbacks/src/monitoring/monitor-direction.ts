import { closestName } from "@epochal/record";
import type { LayersModel } from "@tensorflow/tfjs";
import { compiledLabels } from "./compiled-labels.ts";
import { findLabel } from "./find-label.ts";

export interface MonitorDirectionArgs {
  /** For the messages. */
  readonly className: string;
  readonly monitor: string;
  readonly mode: "auto" | "max" | "min";
  readonly model: LayersModel;
  /** Whether there will be `val_*` keys; undefined where that is not known. */
  readonly hasValidation: boolean | undefined;
  /** Whether somebody may add keys to the logs that nobody knows before training: an earlier callback, or a loop of one's own. */
  readonly mayBeAdded: boolean;
}

/**
 * Which way a monitored log key is better: known from the metric behind it, else from `mode`.
 *
 * Throws a `RangeError` where the key cannot appear in this fit's logs, where the direction is unknown, and where `mode`
 * contradicts the metric.
 */
export function monitorDirection(args: MonitorDirectionArgs): "max" | "min" {
  const { className, monitor, mode, model, hasValidation, mayBeAdded } = args;
  const labels = compiledLabels(model);
  const find = (key: string) => findLabel(labels, key);
  const bare = find(monitor) === undefined ? monitor.replace(/^val_/, "") : monitor;
  const found = find(bare);
  if (found === undefined) {
    return directionOfUnknown(
      args,
      labels.map(({ label }) => label),
    );
  }
  if (bare !== monitor && hasValidation === false && !mayBeAdded) {
    throw new RangeError(
      `${className}: monitor ${monitor} needs validation data, and this fit has none. Give fit() validationData or ` +
        `validationSplit, or monitor ${bare}`,
    );
  }
  if (mode === "auto") {
    return found.direction ?? refuseAuto(className, monitor);
  }
  if (found.direction !== undefined && found.direction !== mode && !found.isGuessed) {
    throw new RangeError(
      `${className}: mode must be "auto" or "${found.direction}" for ${monitor}, which is better the ` +
        `${found.direction === "max" ? "higher" : "lower"} it is. Received: "${mode}"`,
    );
  }
  return mode;
}

function directionOfUnknown(
  { className, monitor, mode, hasValidation, mayBeAdded }: MonitorDirectionArgs,
  labels: readonly string[],
): "max" | "min" {
  const keys = [
    ...labels,
    ...(hasValidation === false ? [] : labels.map((label) => `val_${label}`)),
  ];
  if (mode !== "auto" && mayBeAdded) {
    return mode;
  }
  const bare = monitor.replace(/^val_/, "");
  // Keras knows the direction of a loss without a compiled model, too.
  if (bare === "loss" && mayBeAdded) return "min";
  if (mode === "auto" && (monitor === "learning_rate" || keys.length === 0)) {
    return refuseAuto(className, monitor);
  }
  const similar = closestName(monitor, keys);
  throw new RangeError(
    `${className}: monitor must be one of ${keys.join(", ")}` +
      (mayBeAdded ? ', or a key that is added to the logs, with mode "max" or "min"' : "") +
      `. Received: ${monitor}` +
      (similar === undefined ? "" : `. Did you mean ${similar}?`),
  );
}

function refuseAuto(className: string, monitor: string): never {
  throw new RangeError(
    `${className}: mode must be "max" or "min" for ${monitor}: nothing says which way it is better. Received: "auto"`,
  );
}
