import { expect, test } from "vitest";
import { formatPath, placeholdersOf } from "./format-path.ts";

// As Python's str.format writes them.
test.each([
  ["{epoch}", "3"],
  ["{epoch:02d}", "03"],
  ["{epoch:4d}", "   3"],
  ["m-{val_loss:.3f}", "m-1.234"],
  ["{val_loss:.1e}", "1.2e+00"],
  ["{small:.1e}", "1.2e-03"],
  ["{val_loss:08.2f}", "00001.23"],
  ["{val_loss:.2%}", "123.45%"],
  ["{val_loss}", "1.2345"],
  ["{val_loss:.3g}", "1.23"],
  ["no placeholder", "no placeholder"],
])("%s is %s", (path, expected) => {
  expect(formatPath(path, { epoch: 3, val_loss: 1.2345, small: 0.00123 })).toBe(expected);
});

test("tells what it needs, and gives nothing where that is missing", () => {
  expect(placeholdersOf("{epoch:02d}-{val_f1:.2f}")).toEqual(["epoch", "val_f1"]);
  expect(formatPath("{epoch}-{val_f1:.2f}", { epoch: 1 })).toBeUndefined();
});
