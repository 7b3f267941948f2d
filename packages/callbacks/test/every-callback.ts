import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as epochal from "../src/index.ts";

const folder = mkdtempSync(path.join(tmpdir(), "epochal-every-"));
const inFolder = (name: string) => path.join(folder, name);

/** Every callback, as one might use it for `val_loss`. */
export const everyCallback: Readonly<Record<string, () => epochal.Callback>> = {
  BackupAndRestore: () => new epochal.BackupAndRestore({ backupDir: inFolder("backup") }),
  CSVLogger: () => new epochal.CSVLogger({ filename: inFolder("log.csv") }),
  EarlyStopping: () => new epochal.EarlyStopping({ patience: 1e6, restoreBestWeights: true }),
  History: () => new epochal.History(),
  LambdaCallback: () => new epochal.LambdaCallback({ onBatchEnd: () => {} }),
  LearningRateScheduler: () =>
    new epochal.LearningRateScheduler({ schedule: (epoch) => 0.1 / (epoch + 1) }),
  ModelCheckpoint: () =>
    new epochal.ModelCheckpoint({ filepath: inFolder("model"), saveBestOnly: true }),
  ProgbarLogger: () => new epochal.ProgbarLogger({ stream: { write: () => {} }, verbose: 2 }),
  ReduceLROnPlateau: () => new epochal.ReduceLROnPlateau({ patience: 2 }),
  RemoteMonitor: () => new epochal.RemoteMonitor({ root: "http://127.0.0.1:9", timeoutMs: 500 }),
  SwapEMAWeights: () => new epochal.SwapEMAWeights({ swapOnEpoch: true }),
  TensorBoard: () => new epochal.TensorBoard({ logDir: inFolder("logs"), updateFreq: "batch" }),
  TerminateOnNaN: () => new epochal.TerminateOnNaN({ checkWeights: true }),
};
