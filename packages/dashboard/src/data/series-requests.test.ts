import { expect, test } from "vitest";
import { seriesRequests } from "./series-requests.ts";

test("a few keys fit into one address, escaped", () => {
  expect(seriesRequests("a1", ["loss", "a&key=b"])).toEqual([
    "/api/series?run=a1&key=loss&key=a%26key%3Db",
  ]);
  expect(seriesRequests("a1", [])).toEqual([]);
});

test("very many keys are spread over addresses, each once and in order", () => {
  const keys = Array.from({ length: 500 }, (_, i) => `a rather long metric name ${i}`);
  const requests = seriesRequests("a1", keys);
  expect(requests.length).toBeGreaterThan(1);
  for (const request of requests) expect(request.length).toBeLessThanOrEqual(6000);
  const back = requests.flatMap((request) =>
    new URL(request, "http://localhost").searchParams.getAll("key"),
  );
  expect(back).toEqual(keys);
});

test("a key that is too long alone is asked for alone", () => {
  const long = "k".repeat(7000);
  expect(seriesRequests("a1", ["a", long, "b"])).toHaveLength(3);
});
