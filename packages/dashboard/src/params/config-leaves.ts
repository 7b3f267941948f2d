import { flattenConfig } from "@epochal/record";
import { leafText } from "./leaf-text.ts";

/** The leaves of a config, `optimizer.learningRate` to its value as text. Lists and empty objects are leaves. */
export function configLeaves(
  config: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string> {
  return new Map(flattenConfig(config).map((param) => [param.path, leafText(param)]));
}
