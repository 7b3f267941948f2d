import { expect, test } from "vitest";
import { shortenValues } from "./shorten-values.ts";

test.each([
  [
    [0.123456789, 1.23456789],
    [0.12346, 1.2346],
  ],
  [
    [1234600.123456, 1234601.5, 1234602],
    [1234600.123, 1234601.5, 1234602],
  ],
  [
    [7.1234567, 7.1234567],
    [7.1235, 7.1235],
  ],
  [
    [0, Number.NaN, 1e300],
    [0, Number.NaN, 1e300],
  ],
  [[], []],
])("the values %j are sent as %j", (values, sent) => {
  expect(shortenValues(values)).toEqual(sent);
});
