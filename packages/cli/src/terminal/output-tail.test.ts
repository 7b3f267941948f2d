import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const file = new URL("./output-tail.ts", import.meta.url).href;

/** What a process keeps that prints so, told on a stream of its own. */
function keptOf(prints: string): { event: object; stdout: string | undefined } {
  const program = `import { writeSync } from "node:fs";
    import { OutputTail } from ${JSON.stringify(file)};
    const tail = new OutputTail();
    tail.begin();
    const { log } = console;
    ${prints}
    writeSync(3, JSON.stringify(tail.event() ?? {}));`;
  const { output } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  return { event: JSON.parse(output[3] ?? ""), stdout: output[1] ?? undefined };
}

test("keeps the last lines of both streams as they look in the end, and prints them as they are", () => {
  const prints = `
    log("");
    for (let i = 0; i < 60; i++) log("line " + i);
    process.stdout.write("1 of 9 \\r");
    process.stdout.write("\\u001b[32m9 of 9\\u001b[0m\\n");
    process.stderr.write(Buffer.from("careful"));
    process.stderr.write("!\\n");
    process.stdout.write("half a li");`;
  const { event, stdout } = keptOf(prints);
  const lines = Array.from({ length: 37 }, (_, i) => `line ${i + 23}`);
  expect(event).toEqual({
    type: "output",
    lines: [...lines, "9 of 9", "careful!", "half a li"],
    omitted: 24,
  });
  expect(stdout).toContain("1 of 9 \r\u001b[32m9 of 9\u001b[0m\nhalf a li");
});

test("is nothing where nothing was printed, and short where a line is endless", () => {
  expect(keptOf("").event).toEqual({});
  expect(keptOf('log(""); log("\\r");').event).toEqual({});
  expect(keptOf('log("x".repeat(1e6)); log("y")').event).toEqual({
    type: "output",
    lines: [`${"x".repeat(400)}…`, "y"],
  });
});
