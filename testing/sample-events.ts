// By its path: the record is tested with this package, and a package that needs itself can be built by nobody.
import type { RunEvent } from "../packages/record/src/index.ts";

const print = { shapes: [[10, 2]], dtypes: ["float32"], samples: 10, classes: { a: 4 } };

/** An event of every type, with all its fields. */
export const sampleEvents: { readonly [T in RunEvent["type"]]: Extract<RunEvent, { type: T }> } = {
  early_stopping: {
    type: "early_stopping",
    epoch: 3,
    monitor: "val_auc",
    mode: "max",
    value: 0.8,
    best: 0.9,
    bestEpoch: 2,
    minDelta: 0,
    baseline: 0.5,
    wait: 1,
    patience: 5,
    improved: false,
    combine: "all",
  },
  fit: {
    type: "fit",
    epoch: 5,
    fit: 1,
    initialEpoch: 0,
    epochs: 3,
    model: "sequential_1",
    trainedParameters: 650,
    parameters: 101_770,
  },
  stopped_early: {
    type: "stopped_early",
    epoch: 9,
    monitor: "val_auc",
    value: 0.8,
    best: 0.9,
    bestEpoch: 2,
    reason: "val_auc stood still",
  },
  weights_restored: { type: "weights_restored", epoch: 2, monitor: "val_auc", value: 0.9 },
  learning_rate: { type: "learning_rate", epoch: 4, from: 0.1, to: 0.01, reason: "it was cut" },
  checkpoint: {
    type: "checkpoint",
    epoch: 1,
    batch: 3,
    path: "models/1",
    monitor: "val_auc",
    value: 0.8,
  },
  non_finite: { type: "non_finite", epoch: 5, batch: 2, key: "loss", value: "NaN", before: 4e9 },
  warning: { type: "warning", message: "the disk is full", epoch: 1 },
  histogram: { type: "histogram", epoch: 0, key: "w/histogram", edges: [0, 1, 2], counts: [3, 4] },
  graph: {
    type: "graph",
    epoch: 0,
    layers: [
      { name: "out", className: "Dense", outputShapes: [[null, 1]], parameters: 3, inputs: ["in"] },
    ],
  },
  resumed: { type: "resumed", segment: 1, epoch: 4 },
  card: {
    type: "card",
    epoch: 0,
    card: {
      code: {
        commit: "0123456789abcdef",
        branch: "main",
        isDirty: true,
        diff: "+a\n-b",
        diffHash: "0123",
        untracked: ["new.ts"],
        script: "train.ts",
        scriptHash: "4567",
      },
      arguments: ["--epochs", "50"],
      environment: { LANG: "C" },
      versions: { node: "22" },
      machine: { host: "h", system: "linux", cpu: "c", cores: 2, memoryGB: 4 },
      backend: { name: "cpu", flags: { DEBUG: false }, gpu: "none" },
      lockfile: { name: "pnpm-lock.yaml", hash: "89ab" },
      model: { layers: 2, parameters: 9, hash: "cdef" },
      weights: { hash: "0000" },
      training: { optimizer: { name: "Adam", learningRate: 0.01 }, loss: "mse", metrics: ["auc"] },
      fit: { epochs: 50 },
      data: { x: print, y: print, validation: [print, print], batches: 5 },
      seed: { set: 1, fit: 2 },
    },
  },
  partial_epoch: { type: "partial_epoch", epoch: 6, batches: 2, of: 9, reason: "it was stopped" },
  tensor_leak: { type: "tensor_leak", epoch: 1, tensorsPerEpoch: 3, bytesPerEpoch: 400 },
  recording_thinned: { type: "recording_thinned", epoch: 0, batch: 249, every: 2, share: 0.016 },
  request: {
    type: "request",
    request: "q1",
    want: "save_weights",
    by: "ana",
    epoch: 1,
    batch: 7,
    outcome: "saved",
  },
  note: { type: "note", by: "ana", text: "for the paper", epoch: 2 },
  updated: {
    type: "updated",
    by: "ana",
    changes: [
      { field: "name", from: "first", to: "best" },
      { field: "tags", from: ["old"], to: ["kept"] },
      { field: "deleted", from: false, to: true },
    ],
  },
  pruned: { type: "pruned", by: "ana", keepEvery: 64, removed: 900 },
  batch_means: {
    type: "batch_means",
    keys: ["acc", "precision"],
    inexact: [{ key: "precision", exact: "Precision" }],
  },
  output: { type: "output", lines: ["epoch 1", "done"], omitted: 7 },
  hidden: { type: "hidden", seconds: 72, epoch: 1, from: 1.5, until: 4 },
};

const odd: readonly unknown[] = [null, "odd", 7, -1e300, true, [], {}, [null], { odd: null }];

/** Every way in which one field of a value, however deep, is missing or of another kind. */
export function garbled(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const copy = (change: (of: Record<string, unknown>) => void) => {
    const of = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
    change(of);
    return of;
  };
  return Object.entries(value).flatMap(([name, of]) => [
    copy((each) => delete each[name]),
    ...odd.map((instead) => copy((each) => Object.assign(each, { [name]: instead }))),
    ...garbled(of).map((inner) => copy((each) => Object.assign(each, { [name]: inner }))),
  ]);
}
