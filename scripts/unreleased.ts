// Gives a package's CHANGELOG.md a section of what is not released yet while it is packed, and takes it out again:
// node ../../scripts/unreleased.ts add|remove, in the package's folder. `changeset version` writes all other sections.
import { readFileSync, writeFileSync } from "node:fs";
import { readChangesets } from "@changesets/read";
import { root } from "./run-command.ts";

const heading = "## Unreleased";
const [action] = process.argv.slice(2);
const { name } = JSON.parse(readFileSync("package.json", "utf8")) as { name: string };
const text = readFileSync("CHANGELOG.md", "utf8");
const [title = "", ...sections] = text.split(/^(?=## )/m);
const released = sections.filter((section) => !section.startsWith(heading));

async function unreleased(): Promise<string[]> {
  const changesets = await readChangesets(root);
  const own = changesets.filter(({ releases }) => releases.some((it) => it.name === name));
  const lines = own.map(({ summary }) => `- ${summary.replaceAll("\n", "\n  ")}\n`);
  return lines.length === 0 ? [] : [`${heading}\n\n${lines.join("")}\n`];
}

const added = action === "add" ? await unreleased() : [];
const all = [`${title.trimEnd()}\n\n`, ...added, ...released].join("");
writeFileSync("CHANGELOG.md", `${all.trimEnd()}\n`);
