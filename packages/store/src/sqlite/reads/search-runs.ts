import { or, type SQL, sql } from "drizzle-orm";
import { params } from "../schema/params.ts";
import { runs } from "../schema/runs.ts";

/** Which runs have this text in their name, id, tags, notes, or in a leaf of their config written `path=value`. */
export function searchRuns(search: string): SQL | undefined {
  if (search.trim() === "") return undefined;
  const needle = search.trim().toLowerCase();
  const has = (text: SQL): SQL => sql`instr(fold_case(${text}), ${needle}) > 0`;
  const leaf = sql`${params.path} || '=' || CASE ${params.type} WHEN 'string' THEN ${params.value} ->> '$' ELSE ${params.value} END`;
  return or(
    has(sql`${runs.name}`),
    has(sql`${runs.id}`),
    has(sql`${runs.notes}`),
    sql`EXISTS (SELECT 1 FROM json_each(${runs.tags}) AS tag WHERE ${has(sql`tag.value`)})`,
    sql`EXISTS (SELECT 1 FROM ${params} WHERE ${params.runId} = ${runs.id} AND ${has(leaf)})`,
  );
}
