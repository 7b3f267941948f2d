import { existsSync } from "node:fs";
import path from "node:path";
import { openStore, StoreError } from "@epochal/store";
import { syncOutboxes } from "@epochal/store/server";
import type { Command } from "commander";
import { storeCommand } from "../arguments/store-command.ts";
import { preloadFile } from "../preload-file.ts";
import { findRecorded } from "../program/find-recorded.ts";
import { programCommand } from "../program/program-command.ts";
import { noteVariable, type ProgramNote } from "../program/program-note.ts";
import { type ProgramReport, ReportFile } from "../program/program-report.ts";
import { recordedLines } from "../program/recorded-lines.ts";
import { startProgram } from "../program/start-program.ts";
import type { ListedRun } from "../runs-table/listed-run.ts";
import { givenLocation } from "../store/given-location.ts";
import { isAddress, isDashboard, shownLocation } from "../store/is-address.ts";
import { printAside, printError } from "../terminal/print.ts";
import { toJson } from "../terminal/to-json.ts";

interface RunCommandOptions {
  readonly store?: string;
  readonly project?: string;
  readonly json?: boolean;
}

async function runProgram(words: readonly string[], options: RunCommandOptions): Promise<void> {
  const program = programCommand(words);
  const { EPOCHAL_STORE, EPOCHAL_URL } = process.env;
  // As the program's own openStore() would.
  const elsewhere = options.store || EPOCHAL_STORE ? undefined : EPOCHAL_URL;
  const location = elsewhere || givenLocation(options.store);
  await checkStore(location, Boolean(options.store || EPOCHAL_STORE || elsewhere));
  const report = new ReportFile();
  try {
    const { project } = options;
    const store = absolute(location);
    const note = { store, report: report.path, ...(project !== undefined && { project }) };
    const end = await startProgram(program, environmentFor(note, options.store !== undefined));
    process.exitCode = end.code;
    const said = report.read();
    if (isDashboard(store)) await sendRest(store);
    const runs = isDashboard(store) ? [] : await recordedBy(said, store);
    if (options.json) {
      const { code: exitCode, signal } = end;
      const shown = shownLocation(store);
      const all = {
        store: shown,
        exitCode,
        ...(signal && { signal }),
        runs: runs.map(withoutRest),
      };
      // One line, because the program has printed before it.
      printAside(`${toJson(all).replaceAll(/\n\s*/g, "")}\n`);
    } else {
      if (end.signal !== undefined) printError(`the program was ended by ${end.signal}.`);
      if (isDashboard(store) && said.runs.size > 0) tellOfSent(said);
      else tell(runs, said, shownLocation(location));
    }
    if (end.signal !== undefined) process.kill(process.pid, end.signal);
  } finally {
    report.remove();
  }
}

/**
 * Says what is wrong with a store before hours of training, and not after them. One that was not named is only made when there is
 * something to record.
 */
async function checkStore(location: string, isNamed: boolean): Promise<void> {
  if (!isNamed && !existsSync(location)) return;
  const store = await openStore(location);
  await store.close();
}

/** The program may have another working directory. An address stays as it is. */
function absolute(location: string): string {
  return isAddress(location) ? location : path.resolve(location);
}

function environmentFor(note: ProgramNote, isGiven: boolean): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: before = "" } = process.env;
  const quoted = `"${preloadFile.replaceAll(/["\\]/g, "\\$&")}"`;
  return {
    ...process.env,
    NODE_OPTIONS: `${before} --require ${quoted}`.trim(),
    [noteVariable]: JSON.stringify(note),
    // Also for what a program records itself.
    ...(isGiven && { EPOCHAL_STORE: note.store }),
  };
}

/** What the program has recorded is safe also where it cannot be read just now. */
async function recordedBy(said: ProgramReport, given: string): Promise<readonly ListedRun[]> {
  try {
    return await findRecorded(said, given);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    printError(`its runs cannot be read now: ${error.message}`);
    return [];
  }
}

function tell(runs: readonly ListedRun[], said: ProgramReport, location: string): void {
  const lines = runs.length > 0 ? recordedLines(runs, location) : [nothing(said)];
  for (const line of lines) printError(line);
}

/** A program ends without waiting for the network: what it left is sent now. */
async function sendRest(url: string): Promise<void> {
  const synced = await syncOutboxes({ url, tries: 3, onProblem: printError });
  for (const { fault, folder } of synced) {
    if (fault !== undefined)
      printError(`${url} cannot be reached: ${fault}. The runs wait in ${folder}: epochal sync.`);
  }
}

/** What was recorded into a dashboard elsewhere is read there. */
function tellOfSent({ runs }: ProgramReport): void {
  for (const [url, ids] of runs) for (const id of ids) printError(`recorded ${url}/runs/${id}`);
}

function nothing({ hasTensorFlow, hasFit, runs }: ProgramReport): string {
  if (runs.size > 0) return "its runs are not in the store any more.";
  if (hasFit) return "nothing was recorded, though a fit was called: a warning above says why.";
  if (hasTensorFlow)
    return "nothing was trained: the program called no fit() and no fitDataset() of TensorFlow.js. Loops of its own, such as with trainOnBatch(), record by run.log().";
  return "nothing was trained: the program loaded no TensorFlow.js. One that is within a bundle cannot be seen.";
}

function withoutRest({ conclusions: { verdict }, ...run }: ListedRun): object {
  return { ...run, ...(verdict && { verdict }) };
}

/** `epochal run` */
export function runCommand(): Command {
  return storeCommand("run", "run --project birds train.js --lr 0.01")
    .argument(
      "<program...>",
      "a script (.js, .ts, …) or a command such as npm, and its own arguments",
    )
    .option("--project <name>", "the project of its runs (default: the name in package.json)")
    .option("--json", "print what was recorded as JSON, as the last line on stderr")
    .passThroughOptions()
    .action(runProgram);
}
