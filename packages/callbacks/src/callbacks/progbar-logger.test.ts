import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { callbackContract, refusesArguments } from "../../test/callback-contract.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { ProgbarLogger } from "./progbar-logger.ts";

/** A terminal, or a file, that keeps what is written. */
class Screen extends Writable {
  text = "";
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  constructor(columns?: number) {
    super();
    this.isTTY = columns !== undefined;
    this.columns = columns;
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk;
    done();
  }
}

callbackContract({
  create: () => new ProgbarLogger({ stream: new Screen() }),
  recordsAlways: false,
});

refusesArguments(ProgbarLogger, [
  [{ verbose: 3 }, "ProgbarLogger: verbose must be 0, 1, 2, true or false. Received: 3"],
  [{ stream: {} }, "ProgbarLogger: stream must be a stream with write()."],
]);

const { x, y, validationData } = tinyData();
const train = (logger: ProgbarLogger, verbose: 0 | 1, extra: object[] = []) =>
  tinyModel().fit(x, y, {
    epochs: 2,
    batchSize: 4,
    verbose,
    validationData,
    callbacks: [logger, ...extra] as never,
  });

describe("ProgbarLogger", () => {
  test("writes a line an epoch where there is no terminal", async () => {
    const screen = new Screen();
    await train(new ProgbarLogger({ stream: screen }), 1);
    const lines = screen.text.trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^Epoch 1\/2 {2}3\/3 {2}.* loss 0\.\d{4} .* val_loss 0\.\d{4} /);
    expect(screen.text).not.toContain("\r");
  });

  test("draws a bar in a terminal, in one line that it can hold", async () => {
    const screen = new Screen(60);
    await train(new ProgbarLogger({ stream: screen }), 1);
    const drawn = screen.text
      .replaceAll("\r\u001b[2K", "\n")
      .split("\n")
      .filter((line) => line !== "");
    expect(drawn.length).toBeGreaterThanOrEqual(4);
    expect(drawn[0]).toMatch(/^Epoch 1\/2 {2}1\/3 {2}\[======>\.+\] {2}ETA /);
    for (const line of drawn) expect(line.length).toBeLessThan(60);
    expect(screen.text.endsWith("\n")).toBe(true);
    expect(screen.text.match(/\n/g)).toHaveLength(2);
  });

  test("writes nothing where the fit is to be quiet", async () => {
    const screen = new Screen(80);
    await train(new ProgbarLogger({ stream: screen }), 0);
    expect(screen.text).toBe("");
    await train(new ProgbarLogger({ stream: screen, verbose: 2 }), 0);
    expect(screen.text.match(/\n/g)).toHaveLength(2);
  });

  test("leaves an error a line of its own", async () => {
    const screen = new Screen(80);
    const failing = train(new ProgbarLogger({ stream: screen }), 1, [
      { onBatchEnd: () => Promise.reject(new Error("stop")) },
    ]);
    await expect(failing).rejects.toThrow("stop");
    expect(screen.text.endsWith("\n")).toBe(true);
  });
});
