import fc from "fast-check";
import { expect, test } from "vitest";
import { moveColumn, readLayout, shiftColumn } from "./column-layout.ts";

const order = fc.shuffledSubarray(["a", "b", "c", "d", "e"], { minLength: 1 });

test("a moved column stands before the one it was dropped on, and the others keep their order", () => {
  fc.assert(
    fc.property(order, fc.nat(), fc.nat(), (shown, one, other) => {
      const [id = "", before = ""] = [shown[one % shown.length], shown[other % shown.length]];
      const moved = moveColumn(shown, id, before);
      expect(moved.filter((x) => x !== id)).toEqual(shown.filter((x) => x !== id));
      if (id !== before) expect(moved.indexOf(id) + 1).toBe(moved.indexOf(before));
    }),
  );
});

test("right and then left again changes nothing, and the ends stop", () => {
  fc.assert(
    fc.property(order, fc.nat(), (shown, at) => {
      const id = shown[at % shown.length] ?? "";
      const right = shiftColumn(shown, id, 1);
      const isLast = shown.at(-1) === id;
      expect(right.indexOf(id)).toBe(shown.indexOf(id) + (isLast ? 0 : 1));
      if (!isLast) expect(shiftColumn(right, id, -1)).toEqual(shown);
    }),
  );
  expect(shiftColumn(["a", "b"], "a", -1)).toEqual(["a", "b"]);
});

test("a layout survives being kept, and anything else is no layout", () => {
  const layout = { shown: ["best", "param:lr"], pinned: ["best"], widths: { best: 90 } };
  expect(readLayout(JSON.parse(JSON.stringify(layout)))).toEqual(layout);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const read = readLayout(value);
      if (read !== undefined) expect(readLayout(JSON.parse(JSON.stringify(read)))).toEqual(read);
    }),
  );
  for (const value of [null, 1, [], {}, { pinned: [1], widths: {} }]) {
    expect(readLayout(value)).toBeUndefined();
  }
});
