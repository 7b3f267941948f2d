import fc from "fast-check";
import { expect, test } from "vitest";
import { missingRows } from "./missing-rows.ts";

test("after what is asked for has come, no row of the window is missing", () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 1, maxLength: 900 }),
      fc.nat(900),
      fc.nat(60),
      (there, from, count) => {
        const rows: (number | undefined)[] = there.map((is, at) => (is ? at : undefined));
        const total = rows.length;
        const asked = missingRows(rows, total, from, from + count);
        const window = rows.slice(from, from + count);
        expect(asked !== undefined).toBe(window.includes(undefined));
        if (asked === undefined) return;
        expect(asked.offset + asked.limit).toBeLessThanOrEqual(total);
        for (let at = asked.offset; at < asked.offset + asked.limit; at++) rows[at] = at;
        expect(missingRows(rows, total, from, from + count)).toBeUndefined();
      },
    ),
  );
});

test("whole pages are asked for, once", () => {
  expect(missingRows([], 10_000, 250, 290)).toEqual({ offset: 200, limit: 100 });
  expect(missingRows([], 10_000, 290, 310)).toEqual({ offset: 200, limit: 200 });
  expect(missingRows([], 50, 0, 30)).toEqual({ offset: 0, limit: 50 });
});
