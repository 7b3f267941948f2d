import { expect, test, vi } from "vitest";
import { printLine } from "./print-line.ts";
import { reportError } from "./report-error.ts";

const hostile = "auc\u001b]0;owned\u0007\u009b2J\r\n\u202efine";
const shown = "auc ]0;owned 2J fine";

test("a warning says who without steering the terminal, and keeps the error as its cause", async () => {
  const told = new Promise<Error>((resolve) => process.once("warning", resolve));
  const error = new TypeError(hostile);
  reportError(error);
  expect(await told).toMatchObject({ name: "TypeError", message: shown, cause: error });
});

test("a line that was asked for is one line", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  printLine(hostile);
  expect(log.mock.calls).toEqual([[shown]]);
  log.mockRestore();
});
