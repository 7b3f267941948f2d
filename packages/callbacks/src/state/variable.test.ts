import { describe, expect, test } from "vitest";
import { Variable } from "./variable.ts";

describe("Variable", () => {
  test("starts at 0, adds, and forgets at reset", () => {
    const variable = new Variable(2);
    variable.add(3);
    variable.add(0.5, 1);
    expect([...variable.values]).toEqual([3, 0.5]);
    expect(variable.value).toBe(3);
    variable.reset();
    expect([...variable.values]).toEqual([0, 0]);
  });

  test("without a length takes the first one reserved, and another after reset", () => {
    const variable = new Variable();
    expect(variable.reserve(3)).toBe(true);
    expect(variable.reserve(2)).toBe(false);
    expect(variable.values).toHaveLength(3);
    variable.reset();
    expect(variable.reserve(2)).toBe(true);
  });

  test("merges by adding, and takes the length of the other where it has none", () => {
    const [a, b] = [new Variable(), new Variable()];
    b.reserve(2);
    b.add(4, 1);
    a.merge(b);
    a.merge(b);
    a.merge(new Variable() as typeof a);
    expect([...a.values]).toEqual([0, 8]);
    expect([...b.values]).toEqual([0, 4]);
    const other = new Variable();
    other.reserve(3);
    expect(() => a.merge(other)).toThrow("Received: 2 and 3");
  });

  test("survives JSON, values that are not finite among them", () => {
    const variable = new Variable(4);
    variable.values.set([0.1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    const copy = new Variable(4);
    copy.setState(JSON.parse(JSON.stringify(variable.getState())));
    expect([...copy.values]).toEqual([...variable.values]);
  });

  test.each([[null], ["1,2"], [[1]], [[1, "x"]], [[1, null]]])("refuses the state %j", (state) => {
    const variable = new Variable(2);
    expect(() => variable.setState(state)).toThrow(TypeError);
    expect(() => variable.setState(state)).toThrow("setState: expected 2 numbers. Received:");
  });
});
