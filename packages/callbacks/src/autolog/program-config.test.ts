import { expect, test } from "vitest";
import { argumentsByName } from "./program-config.ts";

test.each<[line: string, found: object]>([
  ["", {}],
  ["--lr 0.01 --epochs=5", { lr: 0.01, epochs: 5 }],
  ["--shuffle --no-cache -v", { shuffle: true, "no-cache": true, v: true }],
  ["--units 8 --units 16 --units 32", { units: [8, 16, 32] }],
  ["--optimizer adam --resume false", { optimizer: "adam", resume: false }],
  // A name that is not on the list of those whose values may be recorded, and what stands alone.
  ["--user ana data/birds.csv", {}],
  ["--token=ghp_0123456789abcdefghijABCDEFGHIJ012345 --lr 1e-3", { lr: 0.001 }],
  ["--password 12345 --units -3", { units: -3 }],
])("%s", (line, found) => {
  expect(argumentsByName(line.split(" ").filter((word) => word !== ""))).toEqual(found);
});
