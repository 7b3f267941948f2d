import { Tensor } from "@tensorflow/tfjs";

interface Batches {
  iterator(): Promise<BatchIterator>;
  readonly size?: number;
}

interface BatchIterator {
  next(): Promise<IteratorResult<unknown>>;
}

/** A dataset whose first element was read already. It gives that element and all later ones as if it had not been read. */
export class PeekedDataset implements Batches {
  readonly size?: number;
  /** The first element; undefined where there is none. */
  readonly first: unknown;
  readonly #dataset: Batches;
  #opened: BatchIterator[];
  #isPending = true;

  /**
   * It opens `unread` iterators and does not read them before the one that it reads, as TensorFlow.js does: a shuffled dataset
   * has another order in each.
   */
  static async of(dataset: unknown, unread: number): Promise<PeekedDataset> {
    const batches = dataset as Batches;
    const before: BatchIterator[] = [];
    for (let i = 0; i < unread; i++) before.push(await batches.iterator());
    const read = await batches.iterator();
    return new PeekedDataset(batches, before, read, await read.next());
  }

  private constructor(
    dataset: Batches,
    before: readonly BatchIterator[],
    read: BatchIterator,
    first: IteratorResult<unknown>,
  ) {
    this.#dataset = dataset;
    this.first = first.value ?? undefined;
    if (dataset.size !== undefined) this.size = dataset.size;
    const next = async () => {
      if (!this.#isPending) return read.next();
      this.#isPending = false;
      return first;
    };
    this.#opened = [...before, { next }];
  }

  async iterator(): Promise<BatchIterator> {
    return this.#opened.shift() ?? this.#dataset.iterator();
  }

  /** Disposes of the first element if nobody has read it. */
  end(): void {
    if (this.#isPending) free(this.first);
    this.#isPending = false;
  }
}

function free(element: unknown): void {
  if (element instanceof Tensor) {
    if (!element.isDisposed) element.dispose();
  } else if (typeof element === "object" && element !== null && !ArrayBuffer.isView(element)) {
    for (const each of Object.values(element)) free(each);
  }
}
