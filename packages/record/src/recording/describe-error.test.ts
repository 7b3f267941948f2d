import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { describeError, stackOf } from "./describe-error.ts";

class HttpError extends Error {
  override readonly name = "HttpError";
}

const looped: Error = new Error("looped");
looped.cause = looped;
const hostile = {
  get message(): string {
    throw new Error("no");
  },
};

test.each<[thrown: unknown, line: string]>([
  [new TypeError("x is not a function"), "TypeError: x is not a function"],
  [new HttpError("404\nnot found"), "HttpError: 404"],
  [new Error(""), "Error"],
  [
    new Error("training failed", { cause: new RangeError("no rows") }),
    "Error: training failed, caused by RangeError: no rows",
  ],
  [new Error("a", { cause: "the disk" }), "Error: a, caused by the disk"],
  [new Error("a", { cause: { code: 3 } }), "Error: a, caused by { code: 3 }"],
  [looped, "Error: looped"],
  [
    new AggregateError([new Error("a"), new TypeError("b")], "All promises were rejected"),
    "AggregateError: All promises were rejected (Error: a; TypeError: b)",
  ],
  [
    new AggregateError([1, 2, 3, 4, 5].map((n) => new Error(String(n)))),
    "AggregateError (Error: 1; Error: 2; Error: 3; 2 more)",
  ],
  [runInNewContext('new TypeError("of another realm")'), "TypeError: of another realm"],
  ["no data left\nat all", "no data left"],
  ["", "it threw ''"],
  [" \n ", "it threw ' \\n '"],
  [undefined, "it threw undefined"],
  [null, "it threw null"],
  [3, "it threw 3"],
  [Symbol("s"), "it threw Symbol(s)"],
  [{ code: 3 }, "it threw { code: 3 }"],
  [{ a: { b: { c: { d: 1 } } } }, "it threw { a: { b: { c: [Object] } } }"],
  [
    Object.assign(Object.create(null), { code: 3 }),
    "it threw [Object: null prototype] { code: 3 }",
  ],
  [() => 1, "it threw [Function (anonymous)]"],
])("what was thrown is told in one line, case %#", (thrown, line) => {
  expect(describeError(thrown)).toBe(line);
});

test("no getter runs", () => {
  expect(describeError(hostile)).toBe("it threw { message: [Getter] }");
});

test("a line is never endless, and nothing that is thrown throws again", () => {
  expect(describeError("x".repeat(5_000))).toHaveLength(1_001);
  expect(describeError({ list: "x".repeat(5_000) }).length).toBeLessThan(1_001);
  const proxy = new Proxy(new Error("a"), {
    get: () => {
      throw new Error("no");
    },
  });
  expect(describeError(proxy)).toBe("an error that cannot be read");
  expect(stackOf(proxy)).toBeUndefined();
});

test("the stack has the causes and the errors that one stands for, each once", () => {
  const part = new RangeError("no rows");
  const all = new AggregateError([part, "a text", part], "all failed", { cause: looped });
  const told = stackOf(all)
    ?.split("\n")
    .filter((line) => !line.startsWith("    at "));
  expect(told).toEqual([
    "AggregateError: all failed",
    "Error 1 of 3: RangeError: no rows",
    "Error 2 of 3: 'a text'",
    "Caused by: Error: looped",
  ]);
  for (const thrown of [undefined, null, "a text", 3, { code: 3 }])
    expect(stackOf(thrown)).toBeUndefined();
});
