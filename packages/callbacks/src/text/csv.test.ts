import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCsvRow, parseCsv } from "./csv.ts";

test("what is written is read again, whatever is in a cell", () => {
  const cells = fc.array(fc.string(), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(cells), fc.constantFrom(",", ";", "\t"), (rows, separator) => {
      const text = rows.map((row) => formatCsvRow(row, separator)).join("");
      expect(parseCsv(text, separator)).toEqual(rows);
    }),
  );
});

test("files of other programs are read, too", () => {
  expect(parseCsv('a,b\n1,"x ""y"",\nz"\n', ",")).toEqual([
    ["a", "b"],
    ["1", 'x "y",\nz'],
  ]);
  expect(parseCsv("", ",")).toEqual([]);
});
