import { expect, test } from "vitest";
import { layOutRecords } from "./lay-out-records.ts";

test("each row is a block with a line a column, and no cell is endless", () => {
  const rows = [
    ["1", "x".repeat(1_000)],
    ["2", ""],
  ];
  expect(layOutRecords(["id", "鳥 name"], rows, 20)).toBe(
    `id       1\n鳥 name  ${"x".repeat(199)}…\n\nid       2\n鳥 name\n`,
  );
});
