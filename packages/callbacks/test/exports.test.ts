import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as epochal from "../src/index.ts";

test("exports these values", () => {
  expect(Object.keys(epochal).toSorted()).toMatchInlineSnapshot(`
    [
      "AUC",
      "Accuracy",
      "BinaryAccuracy",
      "BinaryCrossentropy",
      "Callback",
      "EarlyStopping",
      "History",
      "Mean",
      "MeanAbsoluteError",
      "MeanSquaredError",
      "Metric",
      "Precision",
      "Recall",
      "TensorBoard",
      "Variable",
    ]
  `);
});

test("exports these types", () => {
  const index = readFileSync(new URL("../src/index.ts", import.meta.url), "utf8");
  const names = [...index.matchAll(/export (type )?\{([^}]*)\}/g)].flatMap(
    ([, isType, list = ""]) =>
      list
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "" && (isType || name.startsWith("type ")))
        .map((name) => name.replace(/^type /, "")),
  );
  expect(names.toSorted()).toMatchInlineSnapshot(`
    [
      "AUCArgs",
      "Accumulator",
      "AccuracyArgs",
      "BinaryAccuracyArgs",
      "BinaryCrossentropyArgs",
      "Curve",
      "EarlyStoppingArgs",
      "EarlyStoppingEvent",
      "EventRecord",
      "HistoryArgs",
      "HostArray",
      "Interval",
      "JournalHeader",
      "JournalRecord",
      "JournalWriter",
      "JsonNumber",
      "LogPosition",
      "MeanAbsoluteErrorArgs",
      "MeanArgs",
      "MeanSquaredErrorArgs",
      "MetricArgs",
      "MetricDefaults",
      "MetricInput",
      "MetricResult",
      "MetricState",
      "PerThreshold",
      "PrecisionArgs",
      "RecallArgs",
      "RunEndedRecord",
      "RunEvent",
      "RunStartedRecord",
      "RunWriter",
      "SeriesDescription",
      "SeriesRecord",
      "StoppedEarlyEvent",
      "SummationMethod",
      "TensorBoardArgs",
      "ThresholdMetricArgs",
      "ValuesRecord",
      "WarningEvent",
      "WeightsRestoredEvent",
    ]
  `);
});
