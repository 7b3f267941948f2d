import os from "node:os";
import type { RunCard } from "@epochal/record";

/** What computes. */
export function machineCard(): NonNullable<RunCard["machine"]> {
  const cpus = os.cpus();
  return {
    host: os.hostname(),
    system: `${os.platform()} ${os.release()}`,
    cpu: `${cpus[0]?.model.trim() ?? "unknown"} (${os.arch()})`,
    cores: os.availableParallelism(),
    memoryGB: Math.round(os.totalmem() / 2 ** 30),
  };
}
