import type { TensorLeakEvent } from "@epochal/record";
import { memory } from "@tensorflow/tfjs";

/** How many epochs in a row must each leave more tensors behind to be a leak. */
const certain = 3;

interface Reading {
  readonly epoch: number;
  readonly tensors: number;
  readonly bytes: number;
}

/** What is held in memory at the end of each epoch, and whether it grows for ever. */
export class MemoryWatch {
  readonly #readings: Reading[] = [];
  #hasTold = false;

  /**
   * What to log of an epoch.
   *
   * @param kept how many scalars are there only until the fit ends: they are no leak
   */
  read(epoch: number, kept = 0): Record<string, number> {
    const { numTensors, numBytes, ...rest } = memory();
    const bytes = numBytes - kept * Float32Array.BYTES_PER_ELEMENT;
    this.#readings.push({ epoch, tensors: numTensors - kept, bytes });
    if (this.#readings.length > certain + 1) this.#readings.shift();
    const { numBytesInGPU } = rest as { numBytesInGPU?: number };
    const process = processBytes();
    return {
      tensors: numTensors,
      tensor_bytes: numBytes,
      ...(numBytesInGPU !== undefined && { gpu_bytes: numBytesInGPU }),
      ...(process !== undefined && { process_bytes: process }),
    };
  }

  /** A leak, once, when every one of the last epochs has left more tensors behind. */
  leak(): TensorLeakEvent | undefined {
    const [before, first] = this.#readings;
    const last = this.#readings.at(-1);
    if (this.#hasTold || this.#readings.length <= certain) return undefined;
    if (before === undefined || first === undefined || last === undefined) return undefined;
    const grows = this.#readings.every(
      ({ tensors }, i) => i === 0 || tensors > (this.#readings[i - 1]?.tensors ?? 0),
    );
    if (!grows) return undefined;
    this.#hasTold = true;
    return {
      type: "tensor_leak",
      epoch: first.epoch,
      tensorsPerEpoch: Math.round((last.tensors - before.tensors) / certain),
      bytesPerEpoch: Math.round((last.bytes - before.bytes) / certain),
    };
  }
}

interface Host {
  readonly process?: { readonly memoryUsage?: { rss?(): number } };
  readonly performance?: { readonly memory?: { readonly usedJSHeapSize?: number } };
}

/** How many bytes of memory the process holds; in a browser how many its scripts hold, where it tells. */
function processBytes(): number | undefined {
  const { process, performance } = globalThis as Host;
  return process?.memoryUsage?.rss?.() ?? performance?.memory?.usedJSHeapSize;
}
