import { counted } from "@epochal/conclusions";
import { printable, type RunCard } from "@epochal/record";
import { cutEnd } from "../table/cut.ts";
import { wrap } from "../table/wrap.ts";

/** A part of it may be endless. */
const longest = 240;

/** A run's card, a line a part, broken where the terminal is narrower. */
export function cardLines(card: RunCard, terminal: number | undefined): string[] {
  const parts = Object.entries(card).map(([part, value]) => [part, words(part, value)] as const);
  const width = Math.max(0, ...parts.map(([part]) => part.length));
  return parts
    .filter(([, text]) => text !== "")
    .map(([part, text]) =>
      wrap(cutEnd(printable(text), longest), terminal, `${part.padEnd(width)}  `),
    );
}

function words(part: string, value: unknown): string {
  if (part === "code") return code(value as NonNullable<RunCard["code"]>);
  if (part === "data") return data(value as NonNullable<RunCard["data"]>);
  if (Array.isArray(value)) return value.join(" ");
  return leaves(value);
}

function leaves(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([key, each]) => `${key} ${Array.isArray(each) ? each.join(", ") : leaves(each)}`)
    .join(" · ");
}

function code({ commit, branch, isDirty, script, diff }: NonNullable<RunCard["code"]>): string {
  const lines = diff?.split("\n").filter((line) => /^[+-](?![+-]{2} )/.test(line)).length;
  const changes = lines === undefined ? "with new files" : `with ${counted(lines, "changed line")}`;
  return [
    ...(commit === undefined ? [] : [`${commit.slice(0, 10)}${branch ? ` on ${branch}` : ""}`]),
    ...(isDirty === true ? [changes] : []),
    ...(script === undefined ? [] : [script]),
  ].join(" · ");
}

function data({ x, y, validation, batches }: NonNullable<RunCard["data"]>): string {
  const classes = Object.entries(y?.classes ?? {}).map(([label, count]) => `${label}: ${count}`);
  return [
    ...(x === undefined
      ? []
      : [`${counted(x.samples, "sample")} of ${x.shapes.map(shape).join(" and ")}`]),
    ...(classes.length === 0 ? [] : [`classes ${classes.join(", ")}`]),
    ...(validation?.[0] === undefined ? [] : [`${validation[0].samples} to validate`]),
    ...(batches === undefined ? [] : [`a dataset of ${counted(batches, "batch", "batches")}`]),
    ...(x?.checksum === undefined ? [] : [`checksum ${x.checksum}`]),
  ].join(" · ");
}

const shape = (sizes: readonly number[]) => `[${sizes.slice(1).join(", ")}]`;
