import { expect, test } from "vitest";
import { projectName } from "./project-name.ts";

test.each(["birds", "100%", "a/b", "50%25", "<script>", "café", "a+b c"])(
  "%s comes back out of its address",
  (name) => {
    expect(projectName(encodeURIComponent(name))).toBe(name);
  },
);

test("what is no encoding is taken as it is", () => {
  expect(projectName("100%")).toBe("100%");
});
