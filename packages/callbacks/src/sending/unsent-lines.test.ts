import { expect, it } from "vitest";
import { MemoryOutbox } from "../outbox/memory-outbox.ts";
import { Problems } from "./problems.ts";
import { UnsentLines } from "./unsent-lines.ts";

const quiet = new (class extends Problems {
  override report(): void {}
})();

function newLines(memoryChars: number) {
  const problems = quiet;
  const outbox = new MemoryOutbox("this browser keeps nothing");
  return new UnsentLines({ journal: "j", outbox, problems, onSaved: () => {}, memoryChars });
}

it("holds so much where nothing can be kept: then steps are left out, and counted, and other lines are not", async () => {
  const lines = newLines(1_000);
  for (let step = 0; step < 500; step++) lines.append(`step ${step}\n`, true);
  lines.append("end\n", false);
  lines.save();
  const { text = "" } = (await lines.next(0)) ?? {};
  expect(text.length).toBeLessThanOrEqual(1_004);
  expect(text.split("\n").length - 2).toBe(500 - lines.dropped);
  expect(text.endsWith("end\n")).toBe(true);
  expect(lines.dropped).toBeGreaterThan(300);
  // What is sent makes room again.
  lines.forget(lines.end);
  lines.append("step 500\n", true);
  lines.save();
  expect((await lines.next(lines.end - 9))?.text).toBe("step 500\n");
});

it("gives what is said at the end whole lines, as many as may be said", () => {
  const lines = newLines(10_000);
  for (let step = 0; step < 100; step++) lines.append(`größe ${step}\n`, true);
  lines.save();
  const all = lines.inMemory(0, 10_000);
  expect(all?.bytes).toBe(Buffer.byteLength(all?.text ?? ""));
  const some = lines.inMemory(0, 100);
  expect(some?.text.length).toBeLessThanOrEqual(100);
  expect(some?.text.endsWith("\n")).toBe(true);
  expect(some?.bytes).toBe(Buffer.byteLength(some?.text ?? ""));
});
