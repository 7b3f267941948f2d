import { describe, expect, test } from "vitest";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { EarlyStopping } from "../callbacks/early-stopping.ts";
import { History } from "../callbacks/history.ts";

const { x, y } = tinyData();

describe("a callback", () => {
  test("twice in one list is refused before the first batch", async () => {
    const history = new History();
    const callbacks = [history, new EarlyStopping({ monitor: "loss" }), [history]] as never;
    await expect(tinyModel().fit(x, y, { verbose: 0, callbacks })).rejects.toThrow(
      "fit: callbacks must be given once each. Received: History as callbacks[0] and callbacks[2]",
    );
    expect(history.epoch).toEqual([]);
    await tinyModel().fit(x, y, { verbose: 0, callbacks: [history] });
    expect(history.epoch).toEqual([0]);
  });

  test("that a fit has which runs is refused by another, and free again after its end", async () => {
    const [history, model] = [new History(), tinyModel()];
    const callbacks = [history];
    const first = model.fit(x, y, { epochs: 3, verbose: 0, callbacks });
    await expect(tinyModel().fit(x, y, { verbose: 0, callbacks })).rejects.toThrow(
      "fit: callbacks[0], History, belongs to a fit that is still running. Make one for each fit",
    );
    await first;
    expect(history.epoch).toEqual([0, 1, 2]);
    const failing = { onEpochEnd: () => Promise.reject(new Error("odd")) };
    const failed = model.fit(x, y, { verbose: 0, callbacks: [history, failing] as never });
    await expect(failed).rejects.toThrow("odd");
    await tinyModel().fit(x, y, { verbose: 0, callbacks });
    expect(history.epoch).toEqual([0]);
  });
});
