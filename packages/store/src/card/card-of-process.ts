import { existsSync } from "node:fs";
import os from "node:os";
import { allowedArguments, type RunCard, type RunPart } from "@epochal/record";
import { workingFolder } from "../location/working-folder.ts";
import { codeCard } from "./code-card.ts";
import { environmentCard } from "./environment-card.ts";
import { lockfileCard } from "./lockfile-card.ts";
import type { ReadRecordOptions } from "./record-options.ts";

/** The parts of a run's card that the process it is trained in knows. */
export interface ProcessCard {
  readonly now: RunCard;
  /** The answer of git, which takes a moment. */
  readonly soon: Promise<RunCard>;
}

const known = new Map<string, ProcessCard>();

/** The facts of a process. They are read once, because the code that trains was loaded once. */
export function cardOfProcess(options: ReadRecordOptions): ProcessCard {
  const key = JSON.stringify([workingFolder(), options]);
  const card = known.get(key) ?? { now: take(options), soon: takeCode(options) };
  known.set(key, card);
  return card;
}

function take({ parts, moreArguments, moreVariables }: ReadRecordOptions): RunCard {
  const wants = (part: RunPart) => parts[part] !== false;
  const lockfile = wants("lockfile") ? lockfileCard(workingFolder()) : undefined;
  return {
    ...(wants("arguments") && {
      arguments: allowedArguments(process.argv.slice(2), moreArguments),
    }),
    ...(wants("environment") && {
      environment: environmentCard(process.env, moreVariables),
    }),
    ...(wants("versions") && { versions: { Node: process.versions.node } }),
    ...(wants("machine") && { machine: machineCard() }),
    ...(lockfile !== undefined && { lockfile }),
  };
}

async function takeCode({ parts }: ReadRecordOptions): Promise<RunCard> {
  if (parts.code === false) return {};
  const [, script] = process.argv;
  const isFile = script !== undefined && existsSync(/* turbopackIgnore: true */ script);
  return { code: await codeCard(workingFolder(), isFile ? script : undefined) };
}

/** What computes. */
function machineCard(): NonNullable<RunCard["machine"]> {
  const cpus = os.cpus();
  return {
    host: os.hostname(),
    system: `${os.platform()} ${os.release()}`,
    cpu: `${cpus[0]?.model.trim() ?? "unknown"} (${os.arch()})`,
    cores: os.availableParallelism(),
    memoryGB: Math.round(os.totalmem() / 2 ** 30),
  };
}
