import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { homedir, hostname } from "node:os";
import path from "node:path";
import { root } from "../run-command.ts";
import type { PackedPackage } from "./packed-package.ts";

const needed = ["README.md", "LICENSE", "CHANGELOG.md"];
const fields = ["description", "keywords", "homepage", "bugs", "license", "engines", "repository"];
const text = /\.(?:[cm]?[jt]sx?|json|md|map|txt|html|css|rsc|svg|body|meta)$/;

/** What a stranger would miss in a package, or should not find there. */
export function findTarballFaults(
  { name, folder }: PackedPackage,
  all: readonly PackedPackage[],
): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(path.join(folder, file)).isFile(),
  );
  const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
  const manifest = JSON.parse(read("package.json")) as Record<string, unknown>;
  const documents = files.filter((file) => file.endsWith(".md") && !file.startsWith("dist/"));
  const bundled = files.filter((file) =>
    /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/.test(file),
  );
  return [
    ...needed.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
    ...fields.filter((it) => !hasValue(manifest[it])).map((it) => `package.json has no ${it}`),
    ...(/^## /m.test(read("CHANGELOG.md")) ? [] : ["CHANGELOG.md tells of no release"]),
    ...documents.flatMap((file) => deadLinks(file, read(file), folder, all)),
    ...files.filter((file) => text.test(file)).flatMap((file) => traces(file, read(file))),
    ...bundled
      .filter((file) => !file.includes(".next/node_modules"))
      .filter((file) => !files.includes(path.join(path.dirname(file), "LICENSE")))
      .map((file) => `${path.dirname(file)} has no licence text`),
  ].map((fault) => `${name}: ${fault}`);
}

function hasValue(value: unknown): boolean {
  return typeof value === "object" && value !== null
    ? Object.keys(value).length > 0
    : Boolean(value);
}

function deadLinks(
  file: string,
  markdown: string,
  folder: string,
  all: readonly PackedPackage[],
): string[] {
  const prose = markdown.replace(/^```.*?^```/gms, "");
  const targets = [
    ...[...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target),
    ...[...prose.matchAll(/\b(?:src|srcset|href)="([^"]+)"/g)].map(([, target = ""]) => target),
  ];
  return targets
    .filter((target) => !resolves(target, file, folder, all))
    .map((target) => `${file} links to ${target}, which is not there`);
}

function resolves(
  target: string,
  file: string,
  folder: string,
  all: readonly PackedPackage[],
): boolean {
  const [address = "", anchor] = target.split("#");
  const unpkg = /^https:\/\/unpkg\.com\/((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(address);
  const npm = /^https:\/\/www\.npmjs\.com\/package\/(.+)$/.exec(address);
  if (npm) return all.some(({ name }) => name === npm[1]);
  if (!unpkg && /^[a-z]+:/.test(address)) return true; // somebody else's page
  const other = unpkg && all.find(({ name }) => name === unpkg[1]);
  if (unpkg && !other) return false;
  const place = other
    ? path.join(other.folder, unpkg?.[2] ?? "")
    : path.join(folder, address === "" ? file : path.join(path.dirname(file), address));
  if (!other && path.relative(folder, place).startsWith("..")) return false;
  if (!existsSync(place)) return false;
  return anchor === undefined || headings(readFileSync(place, "utf8")).includes(anchor);
}

/** The anchors of a page, as GitHub and npm make them. */
function headings(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** What tells of the machine that the package was built on. */
function traces(file: string, content: string): string[] {
  const home = `${homedir()}/`;
  const host = hostname();
  const found = [root, ...(home.length > 3 ? [home] : []), ...(host.length > 7 ? [host] : [])];
  return (
    found
      .filter((it) => new RegExp(`(?<![\\w.-])${it.replaceAll(/\W/g, "\\$&")}`).test(content))
      // The repository may lie in the home folder.
      .slice(0, 1)
      .map((it) => `${file} names ${it}, which is of the machine that built it`)
  );
}
