import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runEpochal } from "../test/run-epochal.ts";
import { smallStore } from "../test/small-store.ts";

const document = readFileSync(new URL("../docs/json.md", import.meta.url), "utf8");

/** The fields that the document has for a command; those with a mark may be absent. */
function fieldsOf(command: string): string[] {
  const [, section = ""] = document.split(`## \`${command}\`\n`);
  const [table = ""] = section.split("\n## ");
  return [...table.matchAll(/^\| `(\w+\??)` /gm)].map(([, field = ""]) => field);
}

test("every command prints the fields that are documented, and no others", async () => {
  const { location } = await smallStore();
  for (const line of [
    ["ls"],
    ["best", "val_auc"],
    ["show", "fast"],
    ["diff", "fast", "slow"],
    ["rename", "odd", "odder"],
    ["rm", "odder"],
    ["storage"],
    ["prune", "fast", "--dry-run"],
    ["gc", "--dry-run"],
    ["sql", "SELECT 1"],
    ["doctor"],
  ]) {
    const { code, stdout } = await runEpochal([...line, "--json", "--store", location]);
    expect(code, line.join(" ")).toBe(0);
    const printed = Object.keys(JSON.parse(stdout) as object);
    const fields = fieldsOf(line[0] ?? "");
    expect(
      fields.map((field) => field.replace("?", "")),
      line[0],
    ).toEqual(expect.arrayContaining(printed));
    expect(printed, line[0]).toEqual(
      expect.arrayContaining(fields.filter((field) => !field.endsWith("?"))),
    );
  }
});
