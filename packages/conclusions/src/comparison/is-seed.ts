/**
 * Whether a param is a seed: runs that differ in nothing else are repetitions of one training.
 *
 * A part of its path says so: its last word is seed or seeds (`seed`, `randomSeed`, `data_seed`, `seeds.fit`), or it is
 * `randomState`, however it is spelled. A value of true or false is a choice, and no seed.
 */
export function isSeed({
  path,
  value,
}: {
  readonly path: string;
  readonly value?: unknown;
}): boolean {
  if (typeof value === "boolean") return false;
  return path.split(".").some((part) => {
    const words = part.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
    const [before, last] = words.slice(-2).map((word) => word.toLowerCase());
    const end = last ?? before ?? "";
    return (
      /^(seeds?|randomseeds?|rngseed|randomstate)$/.test(end) ||
      (before === "random" && end === "state")
    );
  });
}
