import { formatParam } from "@epochal/conclusions";
import { flattenConfig, type Param } from "@epochal/record";

/** The leaves of a config, `optimizer.learningRate` to its value as text. Lists and empty objects are leaves. */
export function configLeaves(
  config: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string> {
  return new Map(flattenConfig(config).map((param) => [param.path, textOf(param)]));
}

function textOf({ value, type }: Param): string {
  if (type === "number") return formatParam(Number(value));
  return type === "string" ? (JSON.parse(value) as string) : value;
}
