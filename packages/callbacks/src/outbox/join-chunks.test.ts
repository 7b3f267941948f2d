import { newSeed, seededRandom } from "@epochal/testing/random";
import { expect, it } from "vitest";
import { joinChunks } from "./join-chunks.ts";

const seed = newSeed();

it(`gives the lines from any line on, whatever their characters and chunks (seed ${seed})`, () => {
  const random = seededRandom(seed);
  for (let round = 0; round < 50; round++) {
    const lines = Array.from(
      { length: 1 + Math.floor(random() * 20) },
      () => `${[..."aö漢🦊"].slice(0, Math.floor(random() * 5)).join("")}\n`,
    );
    const whole = Buffer.from(lines.join(""));
    const chunks: { from: number; text: string; bytes: number }[] = [];
    for (let i = 0, from = 0; i < lines.length; ) {
      const text = lines.slice(i, i + 1 + Math.floor(random() * 4)).join("");
      i += text.split("\n").length - 1;
      chunks.push({ from, text, bytes: Buffer.byteLength(text) });
      from += Buffer.byteLength(text);
    }
    for (let i = 0, from = 0; i < lines.length; i++) {
      const joined = joinChunks(chunks, from);
      expect(joined?.text).toBe(whole.subarray(from).toString());
      expect(joined?.bytes).toBe(whole.length - from);
      from += Buffer.byteLength(lines[i] ?? "");
    }
    expect(joinChunks(chunks, whole.length)).toBeUndefined();
    // Behind a gap there is nothing.
    const [first, , ...rest] = chunks;
    if (first === undefined || rest.length === 0) continue;
    expect(joinChunks([first, ...rest], 0)?.bytes).toBe(first.bytes);
  }
});
