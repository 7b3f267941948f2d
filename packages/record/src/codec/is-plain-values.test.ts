import fc from "fast-check";
import * as v from "valibot";
import { expect, it } from "vitest";
import { valuesRecord } from "../records/values-record.ts";
import { isPlainValues } from "./is-plain-values.ts";
import { parseRecord } from "./parse-record.ts";

const key = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom(
    "constructor",
    "__proto__",
    "prototype",
    "toString",
    "k".repeat(500),
    "k".repeat(501),
  ),
);
/** As JSON has them: no undefined, no NaN. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom(
    "NaN",
    "-Infinity",
    "",
    -1,
    0.5,
    2 ** 53 - 1,
    2 ** 53 - 2,
    2 ** 53,
    "r".repeat(501),
  ),
);
const whole = fc.record({
  type: fc.constant("values"),
  run: fc.string({ minLength: 1, maxLength: 8 }),
  at: fc.maxSafeInteger(),
  step: fc.nat(),
  values: fc.dictionary(key, fc.oneof({ weight: 9, arbitrary: fc.double() }, odd), { maxKeys: 4 }),
});
const field = fc.constantFrom("type", "run", "at", "segment", "step", "epoch", "values", "other");
const change = fc.tuple(field, fc.option(odd, { nil: undefined }));
const mutated = fc
  .tuple(whole, fc.array(change, { maxLength: 2 }))
  .map(([record, changes]) => JSON.stringify({ ...record, ...Object.fromEntries(changes) }));

it("accepts nothing that the schema refuses, and all that is plain", () => {
  let accepted = 0;
  fc.assert(
    fc.property(mutated, (line) => {
      const record = JSON.parse(line);
      const isRecord = v.is(valuesRecord, record);
      const isPlain = isPlainValues(record);
      if (isPlain) {
        accepted++;
        expect(isRecord).toBe(true);
      } else if (isRecord) {
        expect(Object.values(record.values).some((value) => typeof value !== "number")).toBe(true);
      }
      if (record.type === "values") expect(typeof parseRecord(line) === "object").toBe(isRecord);
    }),
    { numRuns: 2_000 },
  );
  expect(accepted).toBeGreaterThan(100);
});
