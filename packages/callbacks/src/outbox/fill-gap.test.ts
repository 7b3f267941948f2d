import { encodeRecord, limits, parseRecord } from "@epochal/record";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { expect, it } from "vitest";
import { fillGap } from "./fill-gap.ts";

const event = { type: "note", text: "größe", by: "me" } as const;
const text = encodeRecord({ type: "event", run: "birds-1", at: 5, event });
const seed = newSeed();

it(`fills a gap byte for byte, with lines that a dashboard takes (seed ${seed})`, () => {
  const random = seededRandom(seed);
  const few = Array.from({ length: 300 }, (_, i) => i + 3);
  const many = Array.from({ length: 5 }, () => 3 + Math.floor(random() * 4 * limits.sentLine));
  const edges = [0, 1, 2, 3].map((more) => 2 * limits.sentLine + more);
  for (const lost of [...few, ...many, ...edges]) {
    const start = Math.floor(random() * 1_000);
    const behind = { from: start + lost, text, bytes: Buffer.byteLength(text) };
    let from = start;
    for (let line = fillGap(from, behind); line !== undefined; line = fillGap(from, behind)) {
      expect(line.from).toBe(from);
      expect(Buffer.byteLength(line.text)).toBe(line.bytes);
      expect(line.bytes).toBeLessThanOrEqual(limits.sentLine);
      expect(line.text.indexOf("\n")).toBe(line.text.length - 1);
      expect(JSON.parse(line.text)).toBeTypeOf("object");
      from += line.bytes;
    }
    expect(from).toBe(start + lost);
  }
});

it("says in the run what is missing, where there is room and its run is known", () => {
  const at = (from: number, lines: string) => ({ from, text: lines, bytes: 0 });
  const said = parseRecord(fillGap(100, at(1_000, text))?.text ?? "");
  const message = "Tracker: 900 bytes of lines are lost: the browser did not keep them.";
  expect(said).toMatchObject({ run: "birds-1", at: 5, event: { type: "warning", message } });
  expect(fillGap(980, at(1_000, text))?.text.trimEnd()).toBe("{}");
  expect(fillGap(100, at(1_000, "no line\n"))?.text.trimEnd()).toBe("{}");
});
