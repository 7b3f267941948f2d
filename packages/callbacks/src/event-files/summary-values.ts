import type { MessageInitShape } from "@bufbuild/protobuf";
import { getTextEncoding } from "@bufbuild/protobuf/wire";
import type { Histogram } from "../arrays/histogram.ts";
import { DataClass, DataType, type Summary_ValueSchema } from "./event.gen.ts";

export type SummaryValue = MessageInitShape<typeof Summary_ValueSchema>;

/** The number of rows of a histogram, as in TensorBoard's own writers. */
const histogramBuckets = 30;

/** A number, kept in float32 as TensorBoard wants it. */
export function scalarValue(tag: string, value: number): SummaryValue {
  return {
    tag,
    metadata: { pluginData: { pluginName: "scalars" }, dataClass: DataClass.SCALAR },
    value: {
      case: "tensor",
      value: { dtype: DataType.DT_FLOAT, tensorShape: {}, floatVal: [value] },
    },
  };
}

/** A histogram: rows of left edge, right edge and count. */
export function histogramValue(tag: string, { edges, counts }: Histogram): SummaryValue {
  const rows = counts.map((count, i) => [edges[i] ?? 0, edges[i + 1] ?? 0, count]);
  const [first] = rows;
  // For equal values TensorBoard expects the same number of rows, with all values in the last one.
  const padded =
    rows.length === 1 && first !== undefined
      ? [...new Array(histogramBuckets - 1).fill([first[0], first[1], 0]), first]
      : rows;
  return {
    tag,
    metadata: { pluginData: { pluginName: "histograms" }, dataClass: DataClass.TENSOR },
    value: {
      case: "tensor",
      value: {
        dtype: DataType.DT_DOUBLE,
        tensorShape: { dim: [{ size: BigInt(padded.length) }, { size: 3n }] },
        doubleVal: padded.flat(),
      },
    },
  };
}

/** A model as JSON, which TensorBoard draws as a graph of layers. */
export function modelValue(json: string): SummaryValue {
  const { encodeUtf8 } = getTextEncoding();
  return {
    tag: "keras",
    metadata: {
      pluginData: { pluginName: "graph_keras_model", content: encodeUtf8("1") },
    },
    value: {
      case: "tensor",
      value: { dtype: DataType.DT_STRING, tensorShape: {}, stringVal: [encodeUtf8(json)] },
    },
  };
}
