// Trains for ever and says when an epoch is over: a process to be killed.
import { TensorBoard } from "../src/callbacks/tensor-board.ts";
import { tinyData, tinyModel } from "./tiny-training.ts";

const { x, y } = tinyData();
await tinyModel().fit(x, y, {
  epochs: 1e6,
  batchSize: 1,
  verbose: 0,
  callbacks: [
    new TensorBoard({ logDir: process.argv[2] ?? "", updateFreq: "batch", histogramFreq: 1 }),
    {
      onEpochEnd: async (epoch: number, logs?: { loss?: number }) =>
        void process.stdout.write(`${epoch} ${logs?.loss}\n`),
    },
  ],
});
