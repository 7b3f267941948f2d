/** The leaves of a config, `optimizer.learningRate` to its value as text. Lists and empty objects are leaves. */
export function configLeaves(
  config: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  collect(config, "", leaves);
  return leaves;
}

function collect(value: unknown, path: string, leaves: Map<string, string>): void {
  const inner = isRecord(value) ? Object.entries(value) : [];
  if (inner.length === 0) {
    if (path !== "" && value !== undefined) leaves.set(path, asText(value));
    return;
  }
  for (const [key, child] of inner) collect(child, path === "" ? key : `${path}.${key}`, leaves);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Numbers without the dust of binary arithmetic: 0.018, not 0.018000000000000002. */
const asText = (value: unknown): string => {
  if (typeof value === "number") return String(Number(value.toPrecision(12)));
  return typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
};
