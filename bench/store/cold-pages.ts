import { execFileSync } from "node:child_process";

const first = new URL("first-page.ts", import.meta.url).pathname;

/** The first page of a new process, as milliseconds: in a new process each, one after the other. */
export function coldPages(location: string): {
  readonly bare: Float64Array;
  readonly ours: Float64Array;
} {
  const page = (what: string) =>
    Number(execFileSync(process.execPath, [first, location, what], { encoding: "utf8" }));
  const [bare, ours] = [new Float64Array(5), new Float64Array(5)];
  for (let round = 0; round < bare.length; round++) {
    bare[round] = page("bare");
    ours[round] = page("store");
  }
  return { bare, ours };
}
