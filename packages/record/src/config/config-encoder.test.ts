import { whole } from "@epochal/testing/full";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeConfig } from "./encode-config.ts";
import { flattenConfig } from "./flatten-config.ts";

function throwing(): never {
  throw new Error("trap");
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

describe("a config of whatever kind", () => {
  it("writes an object out in each place it is in", () => {
    const dense = { units: 5 };
    expect(encodeConfig({ layers: [dense, dense], last: dense })).toEqual({
      layers: [dense, dense],
      last: dense,
    });
  });

  it("writes out objects that share objects many levels deep only until that is long", () => {
    let shared: object = { units: 5 };
    for (let level = 0; level < 60; level++)
      shared = { left: shared, right: [shared], also: shared };
    const encoded = encodeConfig({ shared, lr: 0.1 });
    expect(encoded.lr).toBe(0.1);
    const json = JSON.stringify(encoded);
    expect(json.length).toBeLessThan(1_000_000);
    expect(json).toContain("[the same as shared.left.left");
    expect(json).toContain('{"units":5}');
  });

  it("reads objects that are never the same only until that is long", () => {
    const endless = (): object =>
      new Proxy(
        {},
        {
          ownKeys: () => ["a", "b", "c"],
          get: (_, key) => (typeof key === "string" && key.length === 1 ? endless() : undefined),
          getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
        },
      );
    expect(() => encodeConfig({ endless: endless() })).toThrow(RangeError);
    expect(() => encodeConfig({ sparse: new Array(2 ** 32 - 1) })).toThrow(RangeError);
    expect(() => encodeConfig({ many: Array.from({ length: 3_000_000 }, () => 1) })).toThrow(
      RangeError,
    );
  });

  const refused: [unknown, string][] = [
    [null, "null"],
    [undefined, "undefined"],
    [5, "number"],
    ["x", "string"],
    [() => ({}), "function"],
    [[1], "an array"],
    [new Set([1]), "an object of the class Set"],
    [new Date(), "an object of the class Date"],
    [/x/, "an object of the class RegExp"],
    [new URL("http://a.b"), "an object of the class URL"],
    [new Float32Array(5000), "an object of the class Float32Array"],
    [new ArrayBuffer(8), "an object of the class ArrayBuffer"],
    [Promise.resolve({}), "an object of the class Promise"],
    [new WeakMap(), "an object of the class WeakMap"],
    [new Error("x"), "an object of the class Error"],
    [Object(5), "an object of the class Number"],
    [revoked(), "an object that cannot be read"],
  ];
  it("refuses as a whole what is no object of settings", () => {
    for (const [config, received] of refused) {
      expect(() => encodeConfig(config)).toThrow(
        new TypeError(`startRun: config must be an object of settings. Received: ${received}`),
      );
    }
  });

  const anything = fc.anything({
    ...{ withBigInt: true, withBoxedValues: true, withDate: true, withMap: true, withSet: true },
    ...{ withNullPrototype: true, withSparseArray: true, withTypedArray: true },
    key: fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toJSON", "")),
  });
  /** Objects that throw, that lie, that refer to themselves. */
  const hostile = fc.constantFrom<() => unknown>(
    revoked,
    () => new Proxy({}, { getPrototypeOf: throwing, ownKeys: throwing, get: throwing }),
    () => new Proxy([1], { get: throwing }),
    () => ({ toJSON: throwing }),
    () => ({ getConfig: throwing }),
    () => Object.defineProperty({}, "trap", { enumerable: true, get: throwing }),
    () => Object.defineProperty(() => 1, "name", { get: throwing }),
    () => Object.assign(() => 1, { toString: throwing }),
    () => ({
      toJSON() {
        return this;
      },
    }),
    () => ({ toJSON: () => ({ toJSON: () => new Map([[Symbol("s"), 1]]) }) }),
    () => new Map([[Object.create(null), 1]]),
    () => Object.assign(new Error("x"), { message: Object.create(null) }),
    () => Object.setPrototypeOf({ a: 1 }, null),
    () => Object.create({ constructor: null }),
  );

  it("gives JSON whatever it gets", () => {
    const part = fc.oneof(
      anything.map((value) => () => value),
      hostile,
      fc.array(hostile).map((makers) => () => makers.map((make) => make())),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), part)), (entries) => {
        const config = Object.fromEntries(entries.map(([key, make]) => [key, make()]));
        const encoded = encodeConfig(config);
        expect(JSON.parse(JSON.stringify(encoded))).toEqual(encoded);
        flattenConfig(encoded);
      }),
      { numRuns: whole(5_000) },
    );
  });

  it("has no negative zero, as JSON has none", () => {
    expect(encodeConfig({ a: [-0], b: -0 })).toEqual({ a: [0], b: 0 });
  });

  it("leaves JSON as it is", () => {
    // Letters that spell no word for a secret: the value of one would be left out.
    const stringUnit = fc.constantFrom(...'xyz019 _-.:,/\\"{}[]é☃\0\n');
    const keys = fc.string({ unit: stringUnit });
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue({ stringUnit })), (config) => {
        const plain = JSON.parse(JSON.stringify(config));
        expect(JSON.stringify(encodeConfig(plain))).toBe(JSON.stringify(plain));
      }),
      { numRuns: whole(2_000) },
    );
  });
});
