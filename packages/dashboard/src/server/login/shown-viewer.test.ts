import { expect, test } from "vitest";
import { shownViewer } from "./shown-viewer.ts";
import { atThisMachine } from "./viewer.ts";

test("a page says why nothing can be changed: for want of a role, or of a folder that can be written", () => {
  const [reader, writer] = [
    { token: "ana", role: "read" },
    { token: "ana", role: "write" },
  ] as const;
  const [byToken, byStore] = [
    "This token may only read.",
    "The store can only be read: its folder cannot be written.",
  ];
  expect(shownViewer(atThisMachine, false)).toEqual({});
  expect(shownViewer(atThisMachine, true)).toEqual({ onlyReads: byStore });
  expect(shownViewer(writer, false)).toEqual({ token: "ana" });
  expect(shownViewer(writer, true)).toEqual({ token: "ana", onlyReads: byStore });
  for (const isReadOnly of [false, true])
    expect(shownViewer(reader, isReadOnly)).toEqual({ token: "ana", onlyReads: byToken });
});
