import path from "node:path";
import type { Import } from "./read-imports.ts";

/** Which packages the sources of a package may import: the arrows of ARCHITECTURE.md, and what they lead to. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  cli: ["dashboard", "panel", "store", "callbacks", "conclusions", "record"],
  dashboard: ["panel", "store", "callbacks", "conclusions", "record"],
  panel: ["conclusions", "record"],
  store: ["conclusions", "record"],
  conclusions: ["record"],
  callbacks: ["conclusions", "record"],
  record: [],
};

const isInside = /^packages\/([^/]+)\/src\/(.+)$/;

/**
 * What is wrong with the direction of the rooms, a sentence for each fault; none where all is well.
 *
 * A room is a folder in the `src` of a package, or a file that stands in `src` itself. Rooms form no circle: neither the first
 * folders with all that is in them, nor every folder for itself. Metrics reach no callback, by whatever way.
 */
export function findRoomFaults(imports: readonly Import[]): readonly string[] {
  return [
    ...new Set([
      ...imports.flatMap(wrongArrow),
      ...circlesOf(imports, firstRoom),
      ...circlesOf(imports, nearestRoom),
      ...metricsToCallbacks(imports),
    ]),
  ];
}

/** `packages/store/src/sqlite` of `packages/store/src/sqlite/reads/get-run.ts`. */
function firstRoom(file: string): string {
  const [, name, rest = ""] = isInside.exec(file) ?? [];
  return `packages/${name}/src/${rest.split("/")[0]}`;
}

/** `packages/store/src/sqlite/reads` of the same; a file of `src` itself is a room of its own. */
function nearestRoom(file: string): string {
  const folder = path.posix.dirname(file);
  return folder.endsWith("/src") ? file : folder;
}

function packageOf(target: string): string | undefined {
  return isInside.exec(target)?.[1] ?? /^@epochal\/([^/]+)/.exec(target)?.[1];
}

function wrongArrow({ from, to }: Import): string[] {
  const [here, there] = [packageOf(from), packageOf(to)];
  if (here === undefined || there === undefined || here === there) return [];
  if (arrows[here]?.includes(there)) return [];
  return [`${from} imports ${to}: ${here} may import ${arrows[here]?.join(", ") || "no package"}`];
}

function circlesOf(imports: readonly Import[], roomOf: (file: string) => string): string[] {
  const examples = new Map<string, Map<string, Import>>();
  for (const each of imports) {
    if (packageOf(each.from) !== isInside.exec(each.to)?.[1]) continue;
    const [here, there] = [roomOf(each.from), roomOf(each.to)];
    if (here === there) continue;
    const out = examples.get(here) ?? new Map<string, Import>();
    examples.set(here, out.set(there, out.get(there) ?? each));
  }
  const next = (room: string) => examples.get(room)?.keys() ?? [];
  return [...examples.keys()].sort().flatMap((room) => {
    const way = findWay(room, (each) => each === room, next);
    // A circle is told of once, from the room whose name comes first.
    if (way === undefined || way.some((each) => each < room)) return [];
    const steps = way.slice(1).map((next, i) => {
      const { from = "", to = "" } = examples.get(way[i] ?? "")?.get(next) ?? {};
      return `${from} imports ${to}`;
    });
    return [`rooms form a circle, ${way.join(" → ")}: ${steps.join("; ")}`];
  });
}

function metricsToCallbacks(imports: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const isIn = (room: string) => (file: string) =>
    file.startsWith(`packages/callbacks/src/${room}/`);
  return [...targets.keys()].filter(isIn("metrics")).flatMap((metric) => {
    const way = findWay(metric, isIn("callbacks"), (file) => targets.get(file) ?? []);
    return way === undefined ? [] : [`a metric imports a callback: ${way.join(" → ")}`];
  });
}

/** The shortest way from a place to a wanted one, both included; undefined where there is none. */
function findWay(
  start: string,
  isWanted: (place: string) => boolean,
  next: (place: string) => Iterable<string>,
): readonly string[] | undefined {
  const ways = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const place of next(way.at(-1) ?? start)) {
      if (isWanted(place)) return [...way, place];
      if (seen.has(place)) continue;
      seen.add(place);
      ways.push([...way, place]);
    }
  }
  return undefined;
}
