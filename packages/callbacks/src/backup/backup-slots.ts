import { io } from "@tensorflow/tfjs";
import { nodeFiles } from "../host/node-files.ts";
import { weightBytes } from "../saving/model-json.ts";
import { saveHandler } from "../saving/save-handler.ts";
import type { TrainingState } from "./training-state.ts";

const KEY = "epochalBackup";

/** A backup as it was read. Its checksum shows that it is whole. */
export interface Backup {
  readonly state: TrainingState;
  readonly weightSpecs: io.WeightsManifestEntry[];
  readonly weightData: ArrayBuffer;
}

/** The one or two places in which the backups of a training stand, the newer of two beside the older. */
export class BackupSlots {
  readonly #folder: string;
  readonly #slots: readonly string[];
  #count = 0;

  constructor(folder: string, isDouble: boolean) {
    this.#folder = folder.replace(/\/+$/, "");
    this.#slots = isDouble ? ["latest", "previous"] : ["latest"];
  }

  /** The newest backup that is whole; undefined where there is none. */
  async load(): Promise<Backup | undefined> {
    const found: Backup[] = [];
    for (const slot of this.#slots) {
      const backup = await this.#read(slot);
      if (backup !== undefined) found.push(backup);
    }
    const newest = found.toSorted((a, b) => b.state.count - a.state.count)[0];
    this.#count = newest?.state.count ?? 0;
    return newest;
  }

  async save(
    state: Omit<TrainingState, "version" | "count" | "checksum">,
    weights: { weightSpecs: io.WeightsManifestEntry[]; weightData: ArrayBuffer },
  ): Promise<void> {
    this.#count++;
    // The two slots take turns: the other one stays as it is.
    const slot = this.#slots[this.#count % this.#slots.length] ?? "latest";
    const whole: TrainingState = {
      ...state,
      version: 2,
      count: this.#count,
      checksum: checksum(new Uint8Array(weights.weightData)),
    };
    const handler = saveHandler("BackupAndRestore", `${this.#folder}/${slot}`);
    await handler.save?.({ ...weights, userDefinedMetadata: { [KEY]: whole } });
  }

  async remove(): Promise<void> {
    if (/^[a-z0-9-]+:\/\//i.test(this.#folder) && !this.#folder.startsWith("file://")) {
      for (const slot of this.#slots)
        await io.removeModel(`${this.#folder}/${slot}`).catch(() => {});
      return;
    }
    const path = this.#folder.replace(/^file:\/\//, "");
    const files = nodeFiles("BackupAndRestore");
    for (const slot of this.#slots)
      await files.rm(`${path}/${slot}`, { recursive: true, force: true });
    // The folder, too, unless it holds something else.
    const left = await files.readdir(path).catch(() => [""]);
    if (left.length === 0) await files.rm(path, { recursive: true, force: true });
  }

  async #read(slot: string): Promise<Backup | undefined> {
    try {
      const handler = saveHandler("BackupAndRestore", `${this.#folder}/${slot}`);
      const artifacts = await handler.load?.();
      const state = artifacts?.userDefinedMetadata?.[KEY as never] as TrainingState | undefined;
      const bytes = weightBytes(artifacts?.weightData);
      if (![1, 2].includes(Number(state?.version)) || state?.checksum !== checksum(bytes))
        return undefined;
      return {
        state,
        weightSpecs: artifacts?.weightSpecs ?? [],
        weightData: bytes.buffer as ArrayBuffer,
      };
    } catch {
      // There is nothing, or nothing that can be read: the other slot is used, or training starts from the beginning.
      return undefined;
    }
  }
}

/** A checksum of bytes: FNV-1a of 32 bits. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) {
    hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  }
  return hash >>> 0;
}
