import type { Scalar, Tensor } from "@tensorflow/tfjs";
import type { MetricInput } from "../arrays/host-array.ts";
import type { MetricResult } from "./metric-result.ts";
import type { MetricState } from "./metric-state.ts";

/** What any code can expect of a metric: a `Metric` of this copy of the package, or of another one in the same program. */
export interface AnyMetric {
  (yTrue: Tensor, yPred: Tensor): Scalar;
  readonly name: string;
  readonly direction: "max" | "min" | undefined;
  readonly resultCost: "batch" | "samples" | undefined;
  readonly nanCount: number;
  readonly nanReason: string | undefined;
  readonly remarks: readonly string[];
  updateState(yTrue: MetricInput, yPred: MetricInput, sampleWeight?: MetricInput): void;
  result(): MetricResult;
  resetState(): void;
  getState(): MetricState;
  setState(state: MetricState): void;
  getConfig(): Readonly<Record<string, unknown>>;
  namedResults(key?: string): Readonly<Record<string, number>>;
  clone(): AnyMetric;
}
