import { engine, keep, type Tensor } from "@tensorflow/tfjs";
import { readAhead } from "../arrays/host-array.ts";
import { readsAtOnce } from "./reads-at-once.ts";

const mostBatches = 32;

type Apply = (i: number, yTrue: Tensor, yPred: Tensor, sampleWeight?: Tensor) => void;

interface Batch {
  readonly i: number;
  readonly yTrue: Tensor;
  readonly yPred: Tensor;
  readonly sampleWeight: Tensor | undefined;
}

/**
 * Batches on a device that would have to stop its work to be read at once (webgl, webgpu): they are kept there until
 * somebody can wait for them.
 */
export class ReadBack {
  readonly #apply: Apply;
  #batches: Batch[] = [];

  constructor(apply: Apply) {
    this.#apply = apply;
  }

  isNeeded(): boolean {
    return !readsAtOnce();
  }

  get isWaiting(): boolean {
    return this.#batches.length > 0;
  }

  /** Whether no more should be kept on the device. */
  get isFull(): boolean {
    return this.#batches.length >= mostBatches;
  }

  add(i: number, yTrue: Tensor, yPred: Tensor, sampleWeight?: Tensor): void {
    this.#batches.push({
      i,
      yTrue: share(yTrue),
      yPred: share(yPred),
      sampleWeight: sampleWeight && share(sampleWeight),
    });
  }

  /** Reads the batches while the device works on, and adds them in their order. */
  async settle(): Promise<void> {
    const batches = this.#take();
    try {
      await Promise.all(batches.flatMap(tensorsOf).map(readAhead));
      this.#applyAll(batches);
    } finally {
      free(batches);
    }
  }

  /** Reads the batches now, where nobody can wait. */
  drain(): void {
    const batches = this.#take();
    try {
      this.#applyAll(batches);
    } finally {
      free(batches);
    }
  }

  drop(): void {
    free(this.#take());
  }

  #applyAll(batches: readonly Batch[]): void {
    for (const { i, yTrue, yPred, sampleWeight } of batches) {
      this.#apply(i, yTrue, yPred, sampleWeight);
    }
  }

  #take(): readonly Batch[] {
    const batches = this.#batches;
    this.#batches = [];
    return batches;
  }
}

/** Another tensor of the same data. Not `clone()`, which would be an operation on the gradient tape. */
function share(tensor: Tensor): Tensor {
  engine().backend.incRef(tensor.dataId);
  return keep(engine().makeTensorFromTensorInfo(tensor));
}

function free(batches: readonly Batch[]): void {
  for (const tensor of batches.flatMap(tensorsOf)) tensor.dispose();
}

function tensorsOf({ yTrue, yPred, sampleWeight }: Batch): readonly Tensor[] {
  return sampleWeight === undefined ? [yTrue, yPred] : [yTrue, yPred, sampleWeight];
}
