import { expect, test } from "vitest";
import type { BirdStrike } from "./bird-strike.ts";
import { FeatureEncoder } from "./feature-encoder.ts";
import { readBirdStrikes } from "./read-bird-strikes.ts";
import { splitRows } from "./split-rows.ts";

const strike: BirdStrike = {
  "Aircraft Make Model": "B-737-300",
  "Aircraft Airline Operator": "MILITARY",
  "Origin State": "Texas",
  "Phase of flight": "Climb",
  "Wildlife Size": "Large",
  "Wildlife Species": "Turkey vulture",
  "Time of day": "Day",
  "Speed IAS in knots": "150",
  "Flight Date": "1990-09-08",
  "Effect Amount of damage": "Minor",
};

/** The features that are not zero, by name. */
function describe(encoder: FeatureEncoder, row: BirdStrike): Record<string, number> {
  const features = encoder.encode([row]);
  return Object.fromEntries(
    encoder.names.map((name, place) => [name, features[place] ?? 0]).filter(([, value]) => value),
  );
}

test("a strike becomes a one for each of its values, its month and its speed", () => {
  expect(describe(new FeatureEncoder([strike]), strike)).toEqual({
    "Phase of flight=Climb": 1,
    "Wildlife Size=Large": 1,
    "Wildlife Species=Turkey vulture": 1,
    "Time of day=Day": 1,
    "Aircraft Make Model=B-737-300": 1,
    "Aircraft Airline Operator=MILITARY": 1,
    "Origin State=Texas": 1,
    "month=9": 1,
    speed: 0.75,
  });
});

test("a missing speed is said to be missing, not to be zero", () => {
  const features = describe(new FeatureEncoder([strike]), { ...strike, "Speed IAS in knots": "" });
  expect(features["speed is unknown"]).toBe(1);
  expect(features).not.toHaveProperty("speed");
});

test("a value that no training row has becomes zeros", () => {
  const unseen = { ...strike, "Wildlife Species": "Dodo" };
  const features = describe(new FeatureEncoder([strike]), unseen);
  expect(Object.keys(features).filter((name) => name.startsWith("Wildlife Species"))).toEqual([]);
});

test("the real rows become 174 features, none of them from the validation rows", () => {
  const { train, validation } = splitRows(readBirdStrikes(), { seed: 42, validationShare: 0.2 });
  const encoder = new FeatureEncoder(train);
  expect(encoder.names).toHaveLength(174);

  const marked = validation.map((row) => ({ ...row, "Origin State": "Seen in validation only" }));
  expect(encoder.names.some((name) => name.includes("validation only"))).toBe(false);
  expect(new FeatureEncoder(train).encode(marked)).toHaveLength(2000 * 174);
  expect(new FeatureEncoder([...train, ...marked]).names).toContain(
    "Origin State=Seen in validation only",
  );
});

test("neither the costs nor the airport nor the damage itself is a feature", () => {
  const { names } = new FeatureEncoder(readBirdStrikes());
  expect(names.filter((name) => /cost|airport|damage/i.test(name))).toEqual([]);
});
