import type { RunCard } from "@epochal/record";
import { isSecretName, redacted, redactText } from "@epochal/record";

/** What changes how a training computes, and never holds a secret. */
const names = [
  "CUDA_VISIBLE_DEVICES",
  "NODE_ENV",
  "OMP_NUM_THREADS",
  "TF_CPP_MIN_LOG_LEVEL",
  "TF_DETERMINISTIC_OPS",
  "TF_ENABLE_ONEDNN_OPTS",
  "TF_FORCE_GPU_ALLOW_GROWTH",
  "TF_NUM_INTEROP_THREADS",
  "TF_NUM_INTRAOP_THREADS",
  "TZ",
  "UV_THREADPOOL_SIZE",
];

/**
 * The environment variables of the allow-list that are set; those that look like secrets without their values. @param more
 * names of further ones that may be recorded
 */
export function environmentCard(
  variables: Readonly<Record<string, string | undefined>>,
  more: readonly string[],
): NonNullable<RunCard["environment"]> {
  const found = [...new Set([...names, ...more])].sort().flatMap((name) => {
    const value = variables[name];
    if (value === undefined) return [];
    const isSecret = isSecretName(name, "environment");
    return [[name, isSecret ? redacted : redactText(value)] as const];
  });
  return Object.fromEntries(found);
}
