import type { RunCard } from "@epochal/record";
import type { Differences } from "../comparison/compare-configs.ts";
import { instead } from "./param-text.ts";

/** What differs, by the part of the card that says it, in the order in which it is told. */
const parts: Readonly<Record<Exclude<keyof RunCard, "code">, string>> = {
  arguments: "The script was given other arguments",
  data: "The data differ",
  seed: "The seeds differ",
  fit: "fit() was told otherwise",
  training: "The models were compiled otherwise",
  model: "The models differ",
  weights: "The weights differed before the first batch",
  versions: "The versions differ",
  lockfile: "The installed packages differ",
  backend: "The backends differ",
  machine: "The machines differ",
  environment: "The environments differ",
};

const mostTold = 6;

/** How the cards of two runs differ, a sentence a part. What only one of them knows is no difference. */
export function cardWords(
  { differing }: Differences,
  names: { readonly a: string; readonly b: string },
): string[] {
  const of = (part: string) =>
    differing.flatMap((leaf) => {
      if (leaf.path === part) return [{ ...leaf, path: "" }];
      return leaf.path.startsWith(`${part}.`)
        ? [{ ...leaf, path: leaf.path.slice(part.length + 1) }]
        : [];
    });
  const others = Object.entries(parts).flatMap(([part, words]) => {
    const leaves = of(part);
    if (leaves.length === 0) return [];
    const told = leaves.filter(isTold).map(({ path, a, b }) => instead(path, a, b));
    const rest = told.length > mostTold ? " …" : "";
    const details =
      told.length === 0 ? "" : `: ${names.b} has ${told.slice(0, mostTold).join(", ")}${rest}`;
    return [`${words}${details}.`];
  });
  return [...codeWords(of("code"), names.b), ...others];
}

type DifferingLeaf = Differences["differing"][number];

/** Prints tell that something differs, and not what. */
const isTold = ({ path, a, b }: DifferingLeaf) =>
  path !== "" && !/(hash|checksum)$/i.test(path) && typeof a !== "object" && typeof b !== "object";

function codeWords(leaves: readonly DifferingLeaf[], name: string): string[] {
  if (leaves.length === 0) return [];
  const has = (...paths: string[]) => leaves.some(({ path }) => paths.includes(path));
  const told = leaves.flatMap(({ path, a, b }) => {
    if (path === "commit") return [instead("commit", String(a).slice(0, 8), String(b).slice(0, 8))];
    return path === "branch" || path === "script" ? [instead(path, a, b)] : [];
  });
  if (has("diff", "diffHash", "isDirty", "untracked.length", "untracked"))
    told.push("other uncommitted changes");
  else if (has("scriptHash") && !has("commit")) told.push("another version of the script");
  return told.length === 0
    ? ["The code differs."]
    : [`The code differs: ${name} has ${told.join(", ")}.`];
}
