import { engine, keep, type Tensor } from "@tensorflow/tfjs";
import { readTogether, readTogetherNow } from "../arrays/read-together.ts";
import { readsAtOnce } from "../layers-model/reads-at-once.ts";

type Apply = (i: number, yTrue: Tensor, yPred: Tensor, sampleWeight?: Tensor) => void;

interface Batch {
  readonly i: number;
  readonly yTrue: Tensor;
  readonly yPred: Tensor;
  readonly sampleWeight: Tensor | undefined;
}

interface Taken {
  readonly batches: readonly Batch[];
  readonly tensors: readonly Tensor[];
}

/** The most tensors and numbers that are kept on the device, apart from those of one batch. */
const mostTensors = 64;
const mostNumbers = 2 ** 20;

/**
 * Keeps batches on a device that would have to stop its work to be read (webgl, webgpu), until somebody asks for a value or
 * they are many. Then it reads them all at once.
 */
export class ReadBack {
  readonly #apply: Apply;
  #batches: Batch[] = [];
  /** What the batches hold, by the id of the original: several metrics see the same tensors. */
  #kept = new Map<number, Tensor>();
  #numbers = 0;

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
    return this.#kept.size >= mostTensors || this.#numbers >= mostNumbers;
  }

  add(i: number, yTrue: Tensor, yPred: Tensor, sampleWeight?: Tensor): void {
    // Nobody reads within a step of training: its callback does, before the next step.
    if (this.isFull && engine().state.gradientDepth === 0) this.drain();
    this.#batches.push({
      i,
      yTrue: this.#keep(yTrue),
      yPred: this.#keep(yPred),
      sampleWeight: sampleWeight && this.#keep(sampleWeight),
    });
  }

  /** Reads the batches while the device works on, and adds them in their order. */
  async settle(): Promise<void> {
    const taken = this.#take();
    try {
      await readTogether(taken.tensors);
      this.#add(taken);
    } finally {
      free(taken);
    }
  }

  /** Reads the batches now, synchronously. */
  drain(): void {
    if (!this.isWaiting) return;
    const taken = this.#take();
    try {
      readTogetherNow(taken.tensors);
      this.#add(taken);
    } finally {
      free(taken);
    }
  }

  drop(): void {
    free(this.#take());
  }

  #add({ batches }: Taken): void {
    for (const { i, yTrue, yPred, sampleWeight } of batches) {
      this.#apply(i, yTrue, yPred, sampleWeight);
    }
  }

  #keep(tensor: Tensor): Tensor {
    const known = this.#kept.get(tensor.id);
    if (known !== undefined) return known;
    const kept = share(tensor);
    this.#kept.set(tensor.id, kept);
    this.#numbers += tensor.size;
    return kept;
  }

  #take(): Taken {
    const taken = { batches: this.#batches, tensors: [...this.#kept.values()] };
    this.#batches = [];
    this.#kept = new Map();
    this.#numbers = 0;
    return taken;
  }
}

/** Another tensor of the same data. Not `clone()`, which would be an operation on the gradient tape. */
function share(tensor: Tensor): Tensor {
  engine().backend.incRef(tensor.dataId);
  return keep(engine().makeTensorFromTensorInfo(tensor));
}

function free({ tensors }: Taken): void {
  for (const tensor of tensors) tensor.dispose();
}
