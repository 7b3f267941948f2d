// Fails on a path, a link, a command or a decision in the prose that does not exist, and on a changeset that cannot be read.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readChangesets } from "@changesets/read";
import { findDocFaults } from "./find-doc-faults.ts";
import { root, runCommand } from "./run-command.ts";

const { output } = await runCommand("git", ["ls-files", "-co", "--exclude-standard", "*.md"], {
  quiet: true,
});
const scripts = new Set(
  Object.keys(
    (JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { scripts: object })
      .scripts,
  ),
);
const documents = output.split("\n").filter((file) => file && existsSync(path.join(root, file)));
const faults = documents.flatMap((file) =>
  findDocFaults(readFileSync(path.join(root, file), "utf8"), {
    exists: (target) =>
      existsSync(path.join(root, path.dirname(file), target)) ||
      existsSync(path.join(root, target)),
    hasScript: (name) => scripts.has(name),
  }).map((fault) => `${file}: ${fault}`),
);
await readChangesets(root).catch((error: Error) => faults.push(`.changeset: ${error.message}`));
for (const fault of faults) console.error(fault);
console.log(`${documents.length} documents read, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
