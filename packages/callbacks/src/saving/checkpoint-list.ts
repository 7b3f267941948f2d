import { nodeFiles } from "../host/node-files.ts";
import { writeWhole } from "./write-whole.ts";

/** A checkpoint that was saved. */
export interface Checkpoint {
  readonly path: string;
  /** Counted from 0. */
  readonly epoch: number;
  readonly batch?: number;
  /** The monitored value, where it was finite. */
  readonly value?: number;
}

export interface KeepRule {
  readonly best?: number;
  readonly last?: number;
}

/** The checkpoints of one callback, as far as they are still there, oldest first. */
export class CheckpointList {
  #all: Checkpoint[] = [];

  get all(): readonly Checkpoint[] {
    return this.#all;
  }

  set all(list: readonly Checkpoint[]) {
    this.#all = [...list];
  }

  /** Adds one. It replaces an earlier one with the same path. */
  add(checkpoint: Checkpoint): void {
    this.#all = [...this.#all.filter(({ path }) => path !== checkpoint.path), checkpoint];
  }

  /** Removes and returns those that are neither among the best nor among the last. */
  takeSurplus(keep: KeepRule, direction: "max" | "min" | undefined): readonly Checkpoint[] {
    const kept = new Set([
      ...this.#all.slice(-(keep.last ?? (keep.best === undefined ? this.#all.length : 1))),
      ...this.#ranked(direction).slice(0, keep.best ?? 0),
    ]);
    const surplus = this.#all.filter((checkpoint) => !kept.has(checkpoint));
    this.#all = this.#all.filter((checkpoint) => kept.has(checkpoint));
    return surplus;
  }

  best(direction: "max" | "min" | undefined): Checkpoint | undefined {
    return this.#ranked(direction)[0];
  }

  /** The best first; among equals the earlier first. */
  #ranked(direction: "max" | "min" | undefined): readonly Checkpoint[] {
    const sign = direction === "max" ? -1 : 1;
    return this.#all
      .filter(({ value }) => value !== undefined)
      .toSorted((a, b) => sign * ((a.value ?? 0) - (b.value ?? 0)));
  }
}

/** Writes a small file beside a folder that says which checkpoint `best` or `latest` is. */
export async function writePointer(
  pointer: "best" | "latest",
  { path, ...rest }: Checkpoint,
  monitor: string | undefined,
): Promise<void> {
  const clean = path.replace(/^file:\/\//, "").replace(/\/+$/, "");
  const cut = clean.lastIndexOf("/") + 1;
  const text = JSON.stringify({
    checkpoint: clean.slice(cut),
    ...rest,
    ...(monitor ? { monitor } : {}),
  });
  await writeWhole(
    nodeFiles("ModelCheckpoint"),
    `${clean.slice(0, cut)}${pointer}.json`,
    `${text}\n`,
  );
}
