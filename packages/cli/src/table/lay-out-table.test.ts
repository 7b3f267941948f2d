import { expect, test } from "vitest";
import { layOutTable } from "./lay-out-table.ts";

const rows = [
  { name: "a run with a long name 1", n: "3" },
  { name: "short", n: "14" },
];
const columns = [
  { head: "RUN", cell: ({ name }: (typeof rows)[0]) => name, shrinksTo: 8, cut: "middle" as const },
  { head: "N", cell: ({ n }: (typeof rows)[0]) => n, align: "right" as const },
];

test("columns stand two blanks apart, numbers on their right", () => {
  expect(layOutTable({ columns, rows })).toBe(
    "RUN                        N\na run with a long name 1   3\nshort                     14\n",
  );
});

test("what may be cut is cut where the terminal is too narrow, but not below its least width", () => {
  expect(layOutTable({ columns, rows, width: 14 })).toBe(
    "RUN          N\na run…me 1   3\nshort       14\n",
  );
  expect(layOutTable({ columns, rows, width: 2 }).split("\n")[1]).toBe("a ru…e 1   3");
});

test("one endless cell does not make every line as long", () => {
  const endless = { name: "x".repeat(1_000_000), n: "1" };
  const text = layOutTable({ columns, rows: [endless, ...rows] });
  expect(text.length).toBeLessThan(1_001_000);
  expect(text).toContain(endless.name);
});

test("numbers stand with their decimal points below each other", () => {
  const numbers = ["+0.003807", "-0.0304", "12", "NaN", "1.2e-7", "-"].map((n) => ({ n }));
  const column = { head: "B - A", cell: ({ n }: { n: string }) => n, align: "point" as const };
  expect(layOutTable({ columns: [column], rows: numbers }).split("\n")).toEqual([
    "    B - A",
    "+0.003807",
    "-0.0304",
    "12",
    "      NaN",
    " 1.2e-7",
    "        -",
    "",
  ]);
});

test("optional columns are left out where the terminal is too narrow for all, the last one first", () => {
  const cell = () => "1234567890";
  const all = [
    { head: "A", cell },
    ...["B", "C"].map((head) => ({ head, cell, isOptional: true })),
  ];
  const heads = (width: number) =>
    layOutTable({ columns: all, rows: [{}], width })
      .split("\n")[0]
      ?.split(/ +/)
      .join("");
  expect([34, 33, 22, 21, 5].map(heads)).toEqual(["ABC", "AB", "AB", "A", "A"]);
});
