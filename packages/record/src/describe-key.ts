import type { SeriesDescription } from "./series-description.ts";

const higherIsBetter =
  /^(accuracy|acc|auc|precision|recall|f1|f1_?score|fbeta_?score|r2_?score|iou|mean_io_u|binary_?accuracy|categorical_?accuracy|sparse_?categorical_?accuracy|top_?k_?categorical_?accuracy|sparse_?top_?k_?categorical_?accuracy|(precision|recall|sensitivity|specificity)_at_(precision|recall|sensitivity|specificity)|cosine_?similarity)$/i;

const lowerIsBetter =
  /^(mse|mae|mape|msle|rmse|perplexity|(root_?)?mean_?(squared|absolute|absolute_?percentage|squared_?logarithmic)_?error|(binary_?|categorical_?|sparse_?categorical_?)?crossentropy|(squared_?|categorical_?)?hinge|log_?cosh_?error|log_?cosh|kl_?divergence|kullback_?leibler_?divergence|poisson)$/i;

/** What a series is as far as its key tells: `val_` is validation, `batch_` is once a batch, `loss` is a loss, and so on. */
export function describeKey(key: string): SeriesDescription {
  const { metric, split, per } = readPrefixes(key);
  if (/^(learning_?rate|lr)$/i.test(metric)) {
    return { metric: "learning_rate", split, kind: "learning_rate", per };
  }
  if (/^(.+_)?loss$/i.test(metric)) return { metric, split, kind: "loss", direction: "min", per };
  // Of a model with several outputs, or of a second metric of one class: `head_accuracy`, `auc_1`.
  const name = metric.replace(/_\d+$/, "");
  if (matchesEnd(name, higherIsBetter)) {
    return { metric, split, kind: "metric", direction: "max", per };
  }
  if (matchesEnd(name, lowerIsBetter)) {
    return { metric, split, kind: "metric", direction: "min", per };
  }
  return { metric, split, kind: "metric", per };
}

function readPrefixes(key: string) {
  let metric = key;
  let split: "train" | "validation" = "train";
  let per: "epoch" | "batch" = "epoch";
  if (metric.startsWith("batch_") && metric.length > 6) {
    metric = metric.slice(6);
    per = "batch";
  }
  if (metric.startsWith("val_") && metric.length > 4) {
    metric = metric.slice(4);
    split = "validation";
  }
  return { metric, split, per };
}

function matchesEnd(name: string, pattern: RegExp): boolean {
  let rest = name;
  for (let tries = 0; tries < 8; tries++) {
    if (pattern.test(rest)) return true;
    const next = rest.indexOf("_");
    if (next < 0) return false;
    rest = rest.slice(next + 1);
  }
  return false;
}
