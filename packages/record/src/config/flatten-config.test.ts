import { describe, expect, it } from "vitest";
import { flattenConfig } from "./flatten-config.ts";

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
