import { formatParam } from "@epochal/conclusions";
import type { Param } from "@epochal/record";

/** The value of a leaf of a config as text. */
export function leafText({ value, type }: Param): string {
  if (type === "number") return formatParam(Number(value));
  return type === "string" ? (JSON.parse(value) as string) : value;
}
