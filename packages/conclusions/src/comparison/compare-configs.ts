import { flattenConfig } from "@epochal/record";

/** A leaf of a config or a card: `optimizer.lr` and what it holds. */
export interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

/** Which leaves of two configs or cards are equal, and which are not. */
export interface Differences {
  readonly same: readonly Leaf[];
  readonly differing: readonly {
    readonly path: string;
    readonly a: unknown;
    readonly b: unknown;
  }[];
  readonly onlyInA: readonly Leaf[];
  readonly onlyInB: readonly Leaf[];
}

type Config = Readonly<Record<string, unknown>>;

/**
 * Compares two configs leaf by leaf, in the order in which `a` has them. A list is one leaf, and so is an empty object; objects in
 * a list are equal whatever the order of their keys. Numbers are equal where they are the same number, and never equal a text.
 */
export function compareConfigs(a: Config, b: Config): Differences {
  const [left, right] = [leavesOf(a), leavesOf(b)];
  const common = [...left].filter(([path]) => right.has(path));
  const isSame = ([path, value]: [string, unknown]) =>
    canonical(value) === canonical(right.get(path));
  return {
    same: common.filter(isSame).map(toLeaf),
    differing: common
      .filter((leaf) => !isSame(leaf))
      .map(([path, value]) => ({ path, a: value, b: right.get(path) })),
    onlyInA: [...left].filter(([path]) => !right.has(path)).map(toLeaf),
    onlyInB: [...right].filter(([path]) => !left.has(path)).map(toLeaf),
  };
}

const toLeaf = ([path, value]: [string, unknown]): Leaf => ({ path, value });

function leavesOf(config: Config): Map<string, unknown> {
  return new Map(
    flattenConfig(config).map(({ path, value }) => [path, JSON.parse(value) as unknown]),
  );
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.entries(inner).sort(([one], [two]) => (one < two ? -1 : 1))
      : inner,
  );
}
