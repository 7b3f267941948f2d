import { whole } from "@epochal/testing/full";
import { newSeed } from "@epochal/testing/random";
import fc from "fast-check";
import { expect, it } from "vitest";
import { hostileText, queryTrees } from "../../test/query-trees.ts";
import { parseQuery } from "./parse-query.ts";
import { printQuery } from "./print-query.ts";
import type { Query } from "./query.ts";

it("what is read from a printed query is the same query", () => {
  const seed = newSeed();
  const same = fc.property(queryTrees(), (query) => {
    expect(withoutPlaces(parseQuery(printQuery(query)))).toEqual(query);
  });
  fc.assert(same, { seed, numRuns: whole(5000) });
});

it("a text either is read, or is refused with its place", () => {
  const seed = newSeed();
  const words = fc.constantFrom(
    ...["and", "or", "not", "-", "(", ")", "=", "<=", ":", "in", ",", '"', "\\", "status", "best"],
    ...["killed", "val_auc", "0.9", "NaN", "2026-11-01", "2d", "age", "started", "has", "!", " "],
  );
  const texts = fc.array(fc.oneof(words, hostileText()), { maxLength: 12 });
  const read = fc.property(texts, fc.constantFrom("", " "), (parts, between) => {
    const text = parts.join(between);
    let query: Query;
    try {
      query = parseQuery(text);
    } catch (error) {
      expect(error).toMatchObject({ name: "QueryError", query: text });
      const { offset, length } = error as { offset: number; length: number };
      expect(offset).toBeGreaterThanOrEqual(0);
      expect(offset + length).toBeLessThanOrEqual(text.length);
      return;
    }
    expect(withoutPlaces(parseQuery(printQuery(query)))).toEqual(withoutPlaces(query));
  });
  fc.assert(read, { seed, numRuns: whole(5000) });
});

function withoutPlaces(query: Query): Query {
  return JSON.parse(
    JSON.stringify(query, (key, value) => (key.endsWith("At") ? undefined : value)),
  ) as Query;
}
