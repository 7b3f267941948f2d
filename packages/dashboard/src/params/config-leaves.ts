import { flattenConfig, type Param } from "@epochal/record";

/** The leaves of a config, `optimizer.learningRate` to its value as text. Lists and empty objects are leaves. */
export function configLeaves(
  config: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string> {
  return new Map(flattenConfig(config).map((param) => [param.path, textOf(param)]));
}

/** Numbers without the dust of binary arithmetic: 0.018, not 0.018000000000000002. */
function textOf({ value, type }: Param): string {
  if (type === "number") return String(Number(Number(value).toPrecision(12)));
  return type === "string" ? (JSON.parse(value) as string) : value;
}
