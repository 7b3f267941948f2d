import fc from "fast-check";
import { expect, it } from "vitest";
import { fromJsonNumber } from "../json/from-json-number.ts";
import { encodeValues } from "./encode-values.ts";

const read = (json: string | undefined): [string, number | undefined][] =>
  Object.entries(JSON.parse(json ?? "{}")).map(([key, value]) => [key, fromJsonNumber(value)]);

it("writes any numbers under any keys on one line, so that they are read as they were", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: "binary", maxLength: 50 }), fc.double()),
      (values) => {
        const json = encodeValues(values, (key, reason) => expect.fail(`${key}: ${reason}`));
        expect(json ?? "").not.toContain("\n");
        // JSON has one zero.
        const written = Object.entries(values).map(([key, value]) => [key, value + 0]);
        expect(read(json)).toEqual(written);
      },
    ),
  );
});

it("leaves out what is no number, and says so", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), (values) => {
      const skipped: string[] = [];
      const json = encodeValues(values as Record<string, number>, (key) => skipped.push(key));
      const numbers = Object.entries(values).filter(([, value]) => typeof value === "number");
      expect(read(json).map(([key]) => key)).toEqual(numbers.map(([key]) => key));
      expect(skipped.length).toBe(Object.keys(values).length - numbers.length);
    }),
  );
});
