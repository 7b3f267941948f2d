/** A statement as PostgreSQL has it, but for the values. */
export interface PostgresText {
  /** The text around the placeholders. */
  readonly parts: readonly string[];
  /** Between the parts: the place of a value in the list, or its name. */
  readonly slots: readonly (number | string)[];
  /** Names of columns as they were written: PostgreSQL makes them small. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * The statements of the store are written once, in what SQLite and PostgreSQL have in common. What cannot be written so is put
 * otherwise here: hints that only SQLite understands go, and what is asked of a series is asked of its run's partition.
 */
export function toPostgres(sql: string): PostgresText {
  const written = numbered(sql)
    // PostgreSQL plans by what it knows of the tables.
    .replaceAll(/ INDEXED BY \w+/g, "")
    .replaceAll(/CROSS JOIN (\w+(?:\([^)]*\))?(?: AS \w+)?) ON/g, "JOIN $1 ON")
    .replaceAll("+runs.started_ms", "runs.started_ms")
    .replaceAll(/\b9e999\b/g, "'Infinity'::float8")
    // A series' number begins with its run's.
    .replaceAll(/\bseries_id = (@\w+)/g, "run_row = ($1 >> 20) AND series_id = $1")
    .replace(
      /^DELETE FROM (\w+) WHERE (.+) LIMIT (\d+)$/s,
      "DELETE FROM $1 WHERE $2 AND ctid IN (SELECT ctid FROM $1 WHERE $2 LIMIT $3)",
    );
  return { ...slotted(written), names: namesIn(sql) };
}

/** The parts of a statement that hold no placeholder, and placeholders. */
const tokens = /'(?:[^']|'')*'|"[^"]*"|\?|@(\w+)|[^'"?@]+|./g;

/** Every `?` as `@0`, `@1` and so on. */
function numbered(sql: string): string {
  let count = 0;
  return sql.replaceAll(tokens, (token) => (token === "?" ? `@${count++}` : token));
}

function slotted(sql: string): Pick<PostgresText, "parts" | "slots"> {
  const parts: string[] = [];
  const slots: (number | string)[] = [];
  let text = "";
  for (const [token, name] of sql.matchAll(tokens)) {
    if (name === undefined) {
      text += token;
      continue;
    }
    parts.push(text);
    text = "";
    slots.push(/^\d+$/.test(name) ? Number(name) : name);
  }
  return { parts: [...parts, text], slots };
}

function namesIn(sql: string): Map<string, string> {
  const found = sql.matchAll(/\bAS (\w*[A-Z]\w*)/g);
  return new Map([...found].map(([, name = ""]) => [name.toLowerCase(), name]));
}
