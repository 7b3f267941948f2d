import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeJson, encodeJson } from "./json.ts";

test("what is written is read again, numbers that are not finite too", () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: "small" },
      fc.string(),
      fc.boolean(),
      fc.constantFrom(Number.NaN, Infinity, -Infinity),
      fc.double().map((number) => number + 0),
      fc.constant(null),
      fc.array(tie("any")),
      fc.dictionary(fc.constantFrom("number", "value", "epoch"), tie("any"), {
        noNullPrototype: true,
      }),
    ),
  })).any;
  let odd = 0;
  fc.assert(
    fc.property(value, (given) => {
      const text = encodeJson(given);
      if (text.includes('{"number":"NaN"}')) odd++;
      expect(decodeJson(text)).toEqual(given);
    }),
  );
  expect(odd).toBeGreaterThan(0);
});
