import { describe, expect, it } from "vitest";
import { encodeConfig } from "./encode-config.ts";
import { flattenConfig } from "./flatten-config.ts";

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

  it.each([null, undefined, 5, "x", [1]])("refuses %j", (config) => {
    expect(() => encodeConfig(config)).toThrow(TypeError);
  });

  it("refuses what is too long", () => {
    expect(() => encodeConfig({ text: "x".repeat(5_000_000) })).toThrow(RangeError);
  });
});

describe("flattenConfig", () => {
  it("makes a param of each leaf", () => {
    expect(
      flattenConfig({
        optimizer: { name: "adam", lr: 0.1 },
        layers: [64, 32],
        on: true,
        off: null,
        none: {},
      }),
    ).toEqual([
      { path: "optimizer.name", value: '"adam"', type: "string" },
      { path: "optimizer.lr", value: "0.1", type: "number" },
      { path: "layers", value: "[64,32]", type: "array" },
      { path: "on", value: "true", type: "boolean" },
      { path: "off", value: "null", type: "null" },
      { path: "none", value: "{}", type: "object" },
    ]);
    expect(flattenConfig({})).toEqual([]);
  });

  it("makes one param of two leaves with the same path", () => {
    expect(flattenConfig({ "a.b": 1, a: { b: 2 } })).toEqual([
      { path: "a.b", value: "2", type: "number" },
    ]);
  });
});
