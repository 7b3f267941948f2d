import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { limits } from "../limits.ts";
import { encodeConfig } from "./encode-config.ts";

describe("encodeConfig", () => {
  it("keeps plain values as they are", () => {
    const config = { a: { b: [1, "x", true, null, { c: -0.5 }] }, d: "ü" };
    expect(encodeConfig(config)).toEqual(config);
  });

  it("finds words for what JSON has none for", () => {
    class Layer {
      readonly units = 5;
    }
    class Optimizer {
      getConfig() {
        return { learningRate: 0.1 };
      }
    }
    expect(
      encodeConfig({
        nan: Number.NaN,
        infinite: -1 / 0,
        big: 2n ** 64n,
        symbol: Symbol("s"),
        missing: undefined,
        list: [undefined, () => 1],
        relu: function relu() {},
        at: new Date(0),
        never: new Date(Number.NaN),
        map: new Map([[1, { a: 1 }]]),
        set: new Set([1, 2]),
        floats: new Float32Array([1, 2]),
        many: new Float64Array(5000),
        pattern: /a+/g,
        error: new TypeError("no"),
        layer: new Layer(),
        optimizer: new Optimizer(),
        own: { toJSON: () => "mine" },
        bare: Object.assign(Object.create(null), { x: 1 }),
      }),
    ).toEqual({
      nan: "NaN",
      infinite: "-Infinity",
      big: "18446744073709551616",
      symbol: "Symbol(s)",
      list: [null, "[function anonymous]"],
      relu: "[function relu]",
      at: "1970-01-01T00:00:00.000Z",
      never: "Invalid Date",
      map: { "1": { a: 1 } },
      set: [1, 2],
      floats: [1, 2],
      many: "[Float64Array of 5000]",
      pattern: "/a+/g",
      error: "TypeError: no",
      layer: "[Layer]",
      optimizer: { class: "Optimizer", config: { learningRate: 0.1 } },
      own: "mine",
      bare: { x: 1 },
    });
  });

  it("survives what refers to itself, is too deep, or throws when it is read", () => {
    const self: Record<string, unknown> = { a: 1 };
    self.self = self;
    self.list = [self];
    let deep: object = {};
    for (let i = 0; i < 10_000; i++) deep = { deep };
    Object.defineProperty(self, "trap", {
      enumerable: true,
      get() {
        throw new Error("trap");
      },
    });
    const encoded = encodeConfig({ self, deep });
    expect(encoded.self).toEqual({
      a: 1,
      self: "[Circular]",
      list: ["[Circular]"],
      trap: "[unreadable]",
    });
    expect(JSON.stringify(encoded.deep)).toContain("[…]");
  });

  it("lets no key change the object's class", () => {
    const config = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 2}');
    const encoded = encodeConfig(config);
    expect(JSON.stringify(encoded)).toBe('{"__proto__":{"polluted":1},"constructor":2}');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it("takes settings in other shapes", () => {
    class Settings {
      readonly lr = 0.1;
      readonly layers = new Map([["first", 64]]);
    }
    class Kept {
      readonly #all = { lr: 0.1 };
      toJSON() {
        return this.#all;
      }
    }
    const realm = vm.runInNewContext(
      "({ map: new Map([['a', 1]]), date: new Date(0), set: new Set([1]) })",
    );
    for (const [config, expected] of [
      [
        new Map<string, unknown>([
          ["lr", 0.1],
          ["inner", new Map([[1, 2]])],
        ]),
        { lr: 0.1, inner: { 1: 2 } },
      ],
      [new URLSearchParams("lr=1&on=true"), { lr: "1", on: "true" }],
      [
        { query: new URLSearchParams("a=1&a=2") },
        {
          query: [
            ["a", "1"],
            ["a", "2"],
          ],
        },
      ],
      [{ headers: new Headers({ accept: "x" }) }, { headers: { accept: "x" } }],
      [new Settings(), { lr: 0.1, layers: { first: 64 } }],
      [new Kept(), { lr: 0.1 }],
      [realm, { map: { a: 1 }, date: "1970-01-01T00:00:00.000Z", set: [1] }],
      [
        {
          map: new Map<unknown, unknown>([
            [1, "number"],
            ["1", "text"],
          ]),
        },
        {
          map: [
            [1, "number"],
            ["1", "text"],
          ],
        },
      ],
      [{ map: new Map([[{ a: 1 }, 2]]) }, { map: [[{ a: 1 }, 2]] }],
      [{ boxed: [Object(5), Object("x"), Object(2n)] }, { boxed: [5, "x", "2"] }],
      // biome-ignore lint/suspicious/noSparseArray: that is the point.
      [{ sparse: [1, , 3] }, { sparse: [1, null, 3] }],
      [
        { tensor: { dataId: {}, dtype: "float32", shape: [2, 3] } },
        { tensor: { dataId: {}, dtype: "float32", shape: [2, 3] } },
      ],
    ]) {
      expect(encodeConfig(config)).toEqual(expected);
    }
  });

  it("takes what is as long as it may be", () => {
    const rest = (length: number) => ({
      list: [{ a: [] }, "x", 1, true, null],
      text: "x".repeat(length),
    });
    const { length } = JSON.stringify(rest(0));
    expect(JSON.stringify(encodeConfig(rest(limits.json - length)))).toHaveLength(limits.json);
    expect(() => encodeConfig(rest(limits.json - length + 1))).toThrow(RangeError);
  });

  it("refuses what is too long", () => {
    expect(() => encodeConfig({ text: "x".repeat(5_000_000) })).toThrow(RangeError);
  });
});
