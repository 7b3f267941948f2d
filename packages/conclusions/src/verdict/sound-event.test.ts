import type { RunEvent } from "@epochal/record";
import { garbled, sampleEvents } from "@epochal/testing/sample-events";
import { describe, expect, it } from "vitest";
import { eventWords } from "../words/event-words.ts";
import { cardOf } from "./card-of.ts";
import { conclude } from "./conclude.ts";
import { soundEvent } from "./sound-event.ts";

describe.each(Object.values(sampleEvents))("an event $type", (event) => {
  it("stays as it is", () => {
    expect(soundEvent(event)).toBe(event);
    expect(eventWords(event)).not.toMatch(/undefined|NaN(?! for the first time)|\[object/);
  });

  it("is told in words whatever of it is missing or odd", () => {
    for (const odd of garbled(event) as RunEvent[]) {
      const what = JSON.stringify(odd);
      expect(eventWords(odd), what).toMatch(/./);
      expect(eventWords(odd), what).not.toContain("undefined");
      expect(() => conclude({ series: [], events: [odd], curves: new Map() }), what).not.toThrow();
      expect(() => cardOf([odd]), what).not.toThrow();
    }
  });
});

it("tells what there is of an event that lacks a field", () => {
  const { reason: _, ...rest } = sampleEvents.stopped_early;
  expect(soundEvent(rest)).toEqual({
    type: "warning",
    message: `The event stopped_early cannot be read, it has no reason: ${JSON.stringify(rest)}`,
    epoch: 9,
  });
  expect(eventWords({ ...rest, reason: 7 } as never)).toContain("it has a wrong reason");
});

it.each([null, undefined, 7, "text", [], {}, { type: 7 }])("tells of %j as an event", (odd) => {
  expect(eventWords(odd as never)).toMatch(
    /^The event cannot be read, it (is no object|has no type)/,
  );
});

it("leaves only the parts of a card out that cannot be read", () => {
  const { card } = sampleEvents.card;
  const odd = { ...card, data: { x: {} }, fromTheFuture: { a: 1 } };
  const { data: _, ...sound } = card;
  expect(cardOf([{ type: "card", card: odd as never }])).toEqual({
    ...sound,
    fromTheFuture: { a: 1 },
  });
});
