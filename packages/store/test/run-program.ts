import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { OpenToAll } from "./open-to-all.ts";

const here = path.join(import.meta.dirname, "programs");

export interface ProgramEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningProgram {
  readonly child: ChildProcess;
  readonly ended: Promise<ProgramEnd>;
  /** Waits until the program has printed this. */
  printed(text: string): Promise<void>;
}

export interface RunProgramOptions extends SpawnOptions {
  /** @default the Node.js that runs the test, and the programs where they are */
  readonly from?: OpenToAll;
  /** The command that starts Node.js. @default none */
  readonly through?: readonly string[];
}

/** Runs a program of `test/programs`, or of another folder whose path is whole, in a process of its own. */
export function runProgram(
  name: string,
  args: readonly string[],
  { from, through = [], ...options }: RunProgramOptions = {},
): RunningProgram {
  const { node, programs } = from ?? { node: process.execPath, programs: here };
  const file = path.resolve(programs, name);
  const [command = "", ...rest] = [...through, node, file, ...args];
  const child = spawn(command, rest, { ...options, stdio: "pipe" });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let stdout = "";
  let stderr = "";
  const waiting = new Set<() => void>();
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    for (const look of waiting) look();
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<ProgramEnd>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  const printed = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => stdout.includes(text) && resolve();
      waiting.add(look);
      look();
      ended.then(
        () => reject(new Error(`${name} ended without printing ${text}: ${stderr}`)),
        reject,
      );
    });
  return { child, ended, printed };
}
