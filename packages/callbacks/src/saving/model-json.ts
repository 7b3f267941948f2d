import type { io } from "@tensorflow/tfjs";

/** The file `model.json` of TensorFlow.js' layers format. */
export interface ModelJson {
  readonly format?: string | undefined;
  readonly generatedBy?: string | undefined;
  readonly convertedBy?: string | null | undefined;
  readonly modelTopology?: unknown;
  readonly trainingConfig?: unknown;
  readonly userDefinedMetadata?: unknown;
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: readonly io.WeightsManifestEntry[];
  }[];
}

/** The bytes of all weights, which TensorFlow.js may hand over in several parts. */
export function weightBytes(data: io.ModelArtifacts["weightData"]): Uint8Array {
  const parts = data === undefined ? [] : Array.isArray(data) ? data : [data];
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part), at);
    at += part.byteLength;
  }
  return bytes;
}
