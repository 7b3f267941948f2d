import { expect, test } from "vitest";
import { compareParams, parseZoom, serializeComparison } from "./search-params.ts";

test("a stretch of the axis survives the URL", () => {
  for (const zoom of [
    { from: 3, to: 12 },
    { from: -0.5, to: 1e-3 },
    { from: 1.7e12, to: 1.8e12 },
  ]) {
    expect(parseZoom(compareParams.zoom.serialize(zoom))).toEqual(zoom);
  }
});

test.each(["", "..", "1..", "..2", "2..1", "1..1", "a..b", "1..Infinity", "NaN..2"])(
  "%j is no stretch",
  (text) => {
    expect(parseZoom(text)).toBeNull();
  },
);

test("what the URL may hold is checked", () => {
  expect(compareParams.y.parse("log")).toBe("log");
  expect(compareParams.y.parse("cubic")).toBeNull();
  expect(compareParams.hide.parse("a,b")).toEqual(["a", "b"]);
});

test("an ordinary view is readable, and has fewer than 300 characters", () => {
  const address = serializeComparison("/projects/bird-strikes", {
    where: "val_auc > 0.9 and units in (32, 64) and not tag:baseline",
    group: ["optimizer.learningRate", "units"],
    sort: ["best:val_auc", "param:units desc"],
    metric: "applause",
    better: "max",
    select: ["sedpf5ffqqtezayn", "3k8rt95aq05enksz"],
    base: "445yadj34anhadt2",
    x: "relative",
    zoom: { from: 3, to: 12 },
    y: "log",
    smooth: 0.6,
  });
  expect(address.length).toBeLessThan(300);
  expect(address).toContain("sort=best:val_auc,param:units+desc");
  expect(address).toContain("zoom=3..12");
});
