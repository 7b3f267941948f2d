import {
  compareConfigs,
  formatBriefParam,
  isSeed,
  type Leaf,
  paramText,
} from "@epochal/conclusions";
import { flattenConfig } from "@epochal/record";

type Config = Readonly<Record<string, unknown>>;

/** So many params stand in a name, and so long is it at most. */
const mostParts = 3;
const longest = 60;

const shorter = new Map([
  ["learningrate", "lr"],
  ["batchsize", "batch"],
]);

/**
 * A name for a run that was given none: what its config has otherwise than runs before it, `lr 0.01, 64 units`; of a first run its first
 * params. A seed that differs always stands in it.
 *
 * @param before the configs of runs before, the newest first
 * @returns undefined where nothing can be told apart
 */
export function nameByConfig(config: Config, before: readonly Config[]): string | undefined {
  const comparisons = (before.length === 0 ? [{}] : before).map((one) =>
    compareConfigs(one, config),
  );
  const paths = flattenConfig(config).map(({ path }) => path);
  const varying = new Map<string, Leaf>();
  for (const { differing, onlyInB } of comparisons)
    for (const leaf of [...differing.map(({ path, b }) => ({ path, value: b })), ...onlyInB])
      varying.set(leaf.path, leaf);
  const has = [...varying.values()].sort(
    (one, two) => paths.indexOf(one.path) - paths.indexOf(two.path),
  );
  const onlyInA = comparisons[0]?.onlyInA ?? [];
  const words = has.filter((leaf) => !isSeed(leaf)).map((leaf) => leafWords(leaf, paths));
  const gone = onlyInA
    .filter((leaf) => !isSeed(leaf))
    .map(({ path }) => `no ${labelOf(path, paths)}`);
  // Of a first run all is new: its seed tells nothing.
  const seeds = has.filter((leaf) => before.length > 0 && isSeed(leaf));
  const told = [...words, ...gone];
  const parts = [
    ...told.slice(0, mostParts),
    ...(told.length > mostParts ? [`${told.length - mostParts} more`] : []),
    ...seeds.slice(0, 1).map((leaf) => leafWords(leaf, paths)),
  ];
  return parts.length === 0 ? undefined : shortened(parts.join(", "));
}

function leafWords(leaf: Leaf, paths: readonly string[]): string {
  const label = labelOf(leaf.path, paths);
  const { value } = leaf;
  if (value === true) return label;
  if (value === false) return `no ${label}`;
  // 64 units, 3 layers; but not 7 weights where the number is none of them.
  if (Number.isInteger(value) && /[a-z]{3}s$/.test(label) && !/ss$/.test(label))
    return `${value} ${label}`;
  return `${label} ${typeof value === "number" ? formatBriefParam(value) : paramText(value)}`;
}

/** The last part of a path, where no other param ends alike. */
function labelOf(path: string, paths: readonly string[]): string {
  const last = path.slice(path.lastIndexOf(".") + 1);
  const isAlone = paths.filter((each) => each === last || each.endsWith(`.${last}`)).length <= 1;
  const plain = last.toLowerCase().replaceAll(/[^a-z]/g, "");
  return isAlone && last !== "" ? (shorter.get(plain) ?? last) : path;
}

/** Without its middle: names differ at their ends. */
function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= longest) return name;
  const half = Math.floor((longest - 1) / 2);
  return `${characters.slice(0, half).join("")}…${characters.slice(-half).join("")}`;
}
