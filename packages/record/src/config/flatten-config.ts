import { limits } from "../limits.ts";

/** A leaf of a config. */
export interface Param {
  /** `optimizer.lr` */
  readonly path: string;
  /** JSON. */
  readonly value: string;
  readonly type: "string" | "number" | "boolean" | "null" | "array" | "object";
}

const mostParams = 10_000;
const deepest = 64;

/** The leaves of a config that came from JSON. A list is one leaf, and so is an empty object; nothing is deeper than 64. */
export function flattenConfig(config: Readonly<Record<string, unknown>>): Param[] {
  const found = new Map<string, Param>();
  collect(config, "", 0, found);
  return [...found.values()];
}

function collect(value: unknown, path: string, depth: number, found: Map<string, Param>): void {
  if (found.size >= mostParams || path.length > limits.key) return;
  if (typeof value === "object" && value !== null && !Array.isArray(value) && depth < deepest) {
    const entries = Object.entries(value);
    if (entries.length > 0) {
      for (const [key, inner] of entries) {
        collect(inner, path === "" ? key : `${path}.${key}`, depth + 1, found);
      }
      return;
    }
    if (path === "") return;
  }
  found.set(path, { path, value: JSON.stringify(value) ?? "null", type: typeOf(value) });
}

function typeOf(value: unknown): Param["type"] {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  return type === "string" || type === "number" || type === "boolean" ? type : "object";
}
