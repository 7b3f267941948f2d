import { type LayersModel, metrics } from "@tensorflow/tfjs";
import { internalsOf } from "../layers-model/layers-model-internals.ts";
import { ModelStreams } from "../streaming/model-streams.ts";
import { stockMetricDirections } from "./stock-metric-directions.ts";

/** TensorFlow.js' metrics whose mean over batches is not their value, and which of ours is. */
const wrongAverages: ReadonlyMap<string, string> = new Map([
  ["precision", "Precision"],
  ["recall", "Recall"],
  ["r2Score", "R2Score"],
]);

/** One value a compiled model reports for each pass. */
export interface CompiledLabel {
  /** Its key in the logs, without `val_`. */
  readonly label: string;
  /** The key before equal ones were numbered. */
  readonly plainLabel: string;
  readonly kind: "loss" | "metric";
  readonly direction: "max" | "min" | undefined;
  /** Whether it is a metric object, whose value is that of the whole pass. */
  readonly isExact?: true;
  /** Whether the direction is that of a metric of TensorFlow.js, of which somebody's own function has the name. */
  readonly isGuessed?: true;
  /** Which metric of ours is exact, where this is an average of batches that is not. */
  readonly exactInstead?: string;
}

/** What a compiled model reports, in the order of its logs. Empty for a model that is not compiled. */
export function compiledLabels(model: LayersModel): readonly CompiledLabel[] {
  // A Sequential keeps the model that trains within itself.
  const inner = (model as unknown as { model?: LayersModel }).model ?? model;
  const { metricsNames, metricsTensors, outputNames } = internalsOf(inner);
  if (metricsNames === undefined) {
    return [];
  }
  const labels = internalsOf(inner).getDedupedMetricsNames();
  const bound = new Map(ModelStreams.of(inner)?.bound.map(({ index, metric }) => [index, metric]));
  const losses = outputNames.length > 1 ? outputNames.length : 0;
  return metricsNames.map((plainLabel, i) => {
    const label = labels[i] ?? plainLabel;
    if (i <= losses) {
      return { label, plainLabel, kind: "loss", direction: "min" };
    }
    const metric = bound.get(i);
    const output = outputNames[metricsTensors[i - 1]?.[1] ?? 0] ?? "";
    const name = losses > 0 ? plainLabel.slice(output.length + 1) : plainLabel;
    const direction = metric === undefined ? stockMetricDirections.get(name) : metric.direction;
    const isGuessed = metric === undefined && direction !== undefined && isOwn(inner, i - 1);
    const exactInstead = metric === undefined ? wrongAverages.get(name) : undefined;
    return {
      label,
      plainLabel,
      kind: "metric",
      direction,
      ...(metric === undefined ? {} : { isExact: true as const }),
      ...(isGuessed ? { isGuessed } : {}),
      ...(exactInstead === undefined ? {} : { exactInstead }),
    };
  });
}

/** Whether the metric function in this place is somebody's own, and no function of TensorFlow.js. */
function isOwn(model: object, place: number): boolean {
  const { metricsTensors, metrics: given } = internalsOf(model);
  const lists =
    Array.isArray(given) || typeof given === "function" ? given : Object.values(Object(given));
  const metric: unknown = metricsTensors[place]?.[0];
  return [lists].flat(2).includes(metric) && !Object.values<unknown>(metrics).includes(metric);
}
