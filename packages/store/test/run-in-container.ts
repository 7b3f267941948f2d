import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type RunningProgram, runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

const spaces = ["--map-root-user", "--pid", "--mount", "--mount-proc", "--uts", "--fork"];

/** Whether this machine lets who tests make containers. */
export const hasContainers =
  process.platform === "linux" && spawnSync("unshare", [...spaces, "true"]).status === 0;

export interface ContainerArgs {
  /** @default this machine's */
  readonly host?: string;
  /** Another machine's: the kernel's otherwise. */
  readonly isOtherMachine?: boolean;
}

/** Runs a program as in a container on a shared folder: it counts its own processes, under a host name and a boot id of its own. */
export function runInContainer(
  name: string,
  args: readonly string[],
  { host = os.hostname(), isOtherMachine = false }: ContainerArgs,
): RunningProgram {
  const bootId = path.join(tempFolder(), "boot_id");
  writeFileSync(bootId, `${randomUUID()}\n`);
  const bind = isOtherMachine ? `mount --bind ${bootId} /proc/sys/kernel/random/boot_id && ` : "";
  const script = `hostname "$0" && ${bind}exec "$@"`;
  const through = ["unshare", ...spaces, "--kill-child", "sh", "-c", script, host];
  return runProgram(name, args, { through });
}
