import type { JournalWriter, RunCard } from "@epochal/record";
import { nodeModule } from "../host/node-module.ts";

interface Host {
  readonly process?: { readonly pid?: number; readonly versions?: { readonly node?: string } };
  readonly document?: unknown;
  readonly navigator?: {
    readonly userAgent?: string;
    readonly hardwareConcurrency?: number;
    readonly deviceMemory?: number;
  };
}

/** Who keeps a run alive that is recorded by this program: a page and a worker know nothing of themselves but what they are. */
export function programWriter(journal: string): JournalWriter {
  const { process, document } = globalThis as object as Host;
  const os = nodeModule("node:os");
  if (os !== undefined && process?.pid !== undefined) {
    return { kind: "program", host: os.hostname(), pid: process.pid, journal };
  }
  return { kind: document === undefined ? "worker" : "page", journal };
}

/** What the card of a run says of the browser; of Node, its version. */
export function programCard(parts: {
  readonly machine?: boolean;
  readonly versions?: boolean;
}): RunCard {
  const { process, navigator } = globalThis as object as Host;
  const node = process?.versions?.node;
  if (nodeModule("node:os") !== undefined && node !== undefined) {
    return parts.versions === false ? {} : { versions: { Node: node } };
  }
  const { userAgent, hardwareConcurrency: cores, deviceMemory: memoryGB } = navigator ?? {};
  const machine = {
    ...(userAgent !== undefined && { browser: userAgent.slice(0, 300) }),
    ...(cores !== undefined && { cores }),
    ...(memoryGB !== undefined && { memoryGB }),
  };
  return parts.machine === false || Object.keys(machine).length === 0 ? {} : { machine };
}
