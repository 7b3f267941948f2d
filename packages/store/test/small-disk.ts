import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { onTestFinished } from "vitest";
import { tempFolder } from "./temp-folder.ts";

/** Whether this test may mount file systems: as root on Linux, outside a container that forbids it. */
export const canMount = process.platform === "linux" && process.getuid?.() === 0 && tryToMount();

function tryToMount(): boolean {
  const folder = `/tmp/epochal-mount-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  const isMounted = mount(folder, 1) === 0;
  if (isMounted) spawnSync("/bin/umount", ["-l", folder]);
  rmSync(folder, { recursive: true });
  return isMounted;
}

function mount(folder: string, mebibytes: number): number | null {
  return spawnSync("/bin/mount", ["-t", "tmpfs", "-o", `size=${mebibytes}m`, "tmpfs", folder])
    .status;
}

/** A real file system that is small, which only the caller fills. */
export class SmallDisk {
  readonly folder: string;
  readonly #ballast: string;

  constructor(mebibytes: number) {
    this.folder = path.join(tempFolder(), "disk");
    this.#ballast = path.join(this.folder, "ballast");
    mkdirSync(this.folder);
    if (mount(this.folder, mebibytes) !== 0) throw new Error(`${this.folder} cannot be mounted`);
    onTestFinished(() => {
      spawnSync("/bin/umount", ["-l", this.folder]);
    });
  }

  /** Fills it, to so many bytes. */
  fill(left = 0): void {
    const { bavail, bsize } = statfsSync(this.folder);
    try {
      writeFileSync(this.#ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)));
    } catch {
      // Full is full.
    }
  }

  free(): void {
    truncateSync(this.#ballast, 0);
  }
}
