import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { callbackContract, refusesArguments } from "../../test/callback-contract.ts";
import { scriptedFit } from "../../test/scripted-fit.ts";
import { tinyModel } from "../../test/tiny-training.ts";
import { CSVLogger, type CSVLoggerArgs } from "./csv-logger.ts";

const root = mkdtempSync(path.join(tmpdir(), "epochal-csv-"));
let count = 0;
let filename = "";
beforeEach(() => {
  filename = path.join(root, `${count++}`, "log.csv");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
const written = () => readFileSync(filename, "utf8");

callbackContract({
  create: () => new CSVLogger({ filename }),
  recordsAlways: false,
});

refusesArguments(CSVLogger, [
  [{}, "CSVLogger: filename must be a non-empty string. Received: nothing"],
  [{ filename: "a", separator: "::" }, "CSVLogger: separator must be one character"],
  [{ filename: "a", append: "yes" }, 'CSVLogger: append must be true or false. Received: "yes"'],
]);

interface Scenario {
  readonly id: string;
  readonly kwargs: Omit<CSVLoggerArgs, "filename">;
  readonly fits: readonly (readonly Readonly<Record<string, number>>[])[];
  readonly expected: { readonly text: string };
}
const golden = new URL("../../test/golden/keras-csv-logger.json", import.meta.url);
const { scenarios } = JSON.parse(readFileSync(golden, "utf8")) as { scenarios: Scenario[] };

/** Files that are others here; `docs/deviations.md` says why. */
const deviations: Readonly<Record<string, string>> = {
  "CSVLogger/append_different_keys":
    "epoch,loss,val_loss,accuracy,val_accuracy\r\n0,0.5,0.6,NA,NA\r\n0,0.4,0.5,0.9,0.8\r\n",
  "CSVLogger/new_key_later":
    "epoch,loss,val_loss,learning_rate\r\n0,0.5,0.6,NA\r\n1,0.4,0.5,0.1\r\n",
};
// The logs of TensorFlow.js hold numbers alone.
const possible = scenarios.filter(({ id }) => id !== "CSVLogger/array_value");

describe("CSVLogger does what Keras 3.16 does", () => {
  test.each(possible.map((scenario) => [scenario.id, scenario] as const))(
    "%s",
    async (id, scenario) => {
      for (const logs of scenario.fits) {
        const callback = new CSVLogger({ filename, ...scenario.kwargs });
        const epochs = logs.map((values) => ({
          loss: undefined,
          val_loss: undefined,
          mse: undefined,
          val_mse: undefined,
          ...values,
        }));
        await scriptedFit(tinyModel(), callback, epochs);
      }
      expect(written()).toBe(deviations[id] ?? scenario.expected.text);
    },
  );
});

test("writes values that are not finite, and names with separators, and reads them again", async () => {
  const logger = new CSVLogger({ filename });
  await logger.onTrainBegin();
  await logger.onEpochEnd(0, { 'f1[a,"b"]': Number.NaN, loss: Number.POSITIVE_INFINITY });
  expect(written()).toBe('epoch,"f1[a,""b""]",loss\r\n0,nan,inf\r\n');
  const second = new CSVLogger({ filename, append: true });
  await second.onTrainBegin();
  await second.onEpochEnd(1, { loss: -1 });
  expect(written()).toBe('epoch,"f1[a,""b""]",loss\r\n0,nan,inf\r\n1,NA,-1\r\n');
});

test("keeps the rows so far when training fails", async () => {
  const failing = scriptedFit(tinyModel(), new CSVLogger({ filename }), [{}, {}, {}], (epoch) => {
    if (epoch === 1) throw new Error("stop");
  });
  await expect(failing).rejects.toThrow("stop");
  expect(written().split("\r\n")).toHaveLength(4);
});

test("says at once where it cannot write", async () => {
  writeFileSync(path.join(root, "file"), "");
  const logger = new CSVLogger({ filename: path.join(root, "file", "log.csv") });
  await expect(scriptedFit(tinyModel(), logger, [{}])).rejects.toThrow(/ENOTDIR|EEXIST/);
});
