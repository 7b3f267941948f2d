// Turns the SQL files that drizzle-kit makes into a module each, so that no bundler has to find a folder at run time.
import { readFileSync, writeFileSync } from "node:fs";

for (const database of ["sqlite", "postgres"]) {
  const folder = new URL(`../src/${database}/migrations/`, import.meta.url);
  const journal = JSON.parse(readFileSync(new URL("meta/_journal.json", folder), "utf8")) as {
    entries: { idx: number; tag: string }[];
  };
  const migrations = journal.entries.map(({ idx, tag }) => ({
    version: idx,
    name: tag,
    sql: readFileSync(new URL(`${tag}.sql`, folder), "utf8"),
  }));
  writeFileSync(
    new URL(`../src/${database}/migrations.gen.ts`, import.meta.url),
    `// Made by scripts/embed-migrations.ts from src/${database}/migrations: do not edit.
export const migrations: readonly { version: number; name: string; sql: string }[] = ${JSON.stringify(migrations, null, 2)};
`,
  );
  console.log(`${migrations.length} migrations of ${database} embedded`);
}
