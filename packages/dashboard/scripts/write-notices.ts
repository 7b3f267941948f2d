import { existsSync, globSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type License, licenseOf } from "./license-of.ts";

function dependenciesOf(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    dependencies?: Record<string, string>;
  };
  return Object.keys(manifest.dependencies ?? {});
}

function find(name: string, from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const place = path.join(folder, "node_modules", name);
    if (existsSync(path.join(place, "package.json"))) return realpathSync(place);
    if (folder === path.dirname(folder)) throw new Error(`${name} is not installed for ${from}`);
  }
}

/** The folders of packages and of all they depend on, without those that are installed beside the dashboard. */
function withDependencies(names: readonly string[], here: string): Set<string> {
  const beside = new Set(dependenciesOf(here));
  const found = new Set<string>();
  const add = (name: string, from: string): void => {
    if (beside.has(name)) return;
    const folder = find(name, from);
    if (found.has(folder)) return;
    found.add(folder);
    for (const each of dependenciesOf(folder)) add(each, folder);
  };
  for (const name of names) add(name, here);
  return found;
}

function mustHave(folder: string): License {
  const license = licenseOf(folder);
  if (license === undefined) throw new Error(`No licence is known of ${folder}`);
  return license;
}

/** Writes the licences of all that is bundled into `out`: what `names` bring along, and what Next.js has bundled itself. */
export function writeNotices(out: string, here: string, names: readonly string[]): void {
  const next = path.join(find("next", here), "dist/compiled");
  const compiled = globSync("**/package.json", { cwd: next }).flatMap(
    (file) => licenseOf(path.join(next, path.dirname(file))) ?? [],
  );
  const all = [...[...withDependencies(names, here)].map(mustHave), ...compiled];
  const sections = [...new Map(all.map((each) => [each.title, each])).values()]
    .toSorted((a, b) => (a.title < b.title ? -1 : 1))
    .map(
      ({ title, id, text }) =>
        `# ${[title, id && `(${id})`].filter(Boolean).join(" ")}\n\n${text}\n`,
    );
  const intro = "The licences of what is bundled into this package.\n";
  writeFileSync(out, [intro, ...sections].join("\n"));
}
