import { statfsSync } from "node:fs";
import path from "node:path";

const LOOK_MS = 1_000;

/** 256 MB, of a small disk 5 %. */
const usual = (size: number) => Math.min(256 * 2 ** 20, 0.05 * size);

/** The room on the disk of a store. Some of it is left to the dashboard's own machine, whatever others send. */
export class DiskRoom {
  readonly #folder: string;
  readonly #least: (size: number) => number;
  #isEnough = true;
  #lookAt = 0;

  /**
   * @param location of the store
   * @param least how many bytes are left to others on a disk of a size
   */
  constructor(location: string, least: (size: number) => number = usual) {
    this.#folder = path.dirname(location);
    this.#least = least;
  }

  /** Whether more may be taken in. */
  get isEnough(): boolean {
    if (performance.now() < this.#lookAt) return this.#isEnough;
    this.#lookAt = performance.now() + LOOK_MS;
    this.#isEnough = this.#look();
    return this.#isEnough;
  }

  #look(): boolean {
    try {
      const { bavail, blocks, bsize } = statfsSync(this.#folder);
      return bavail * bsize >= this.#least(blocks * bsize);
    } catch {
      // It is on a server, or is yet to be made.
      return true;
    }
  }
}
