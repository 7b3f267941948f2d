import { spawn } from "node:child_process";
import { isatty } from "node:tty";
import { CommandError } from "../arguments/command-error.ts";
import type { ProgramCommand } from "./program-command.ts";

/** How a program ended: by itself or by a signal. */
export interface ProgramEnd {
  readonly code: number;
  readonly signal: NodeJS.Signals | undefined;
}

/** Those that a terminal sends to the program, too. */
const ofTerminals: readonly NodeJS.Signals[] = ["SIGINT", "SIGQUIT", "SIGHUP"];
const others: readonly NodeJS.Signals[] = ["SIGTERM", "SIGUSR2"];

/**
 * Starts a program with the terminal and the streams of this process, hands signals on to it, and waits for its end.
 *
 * @throws CommandError where it cannot be started
 */
export async function startProgram(
  { command, args }: ProgramCommand,
  env: NodeJS.ProcessEnv,
): Promise<ProgramEnd> {
  const child = spawn(command, args, { stdio: "inherit", env });
  const isOfTerminal = [0, 1, 2].some((stream) => isatty(stream));
  const hand = (signal: NodeJS.Signals) => void child.kill(signal);
  const wait = () => {};
  const listening = [
    ...ofTerminals.map((signal) => [signal, isOfTerminal ? wait : hand] as const),
    ...others.map((signal) => [signal, hand] as const),
  ];
  for (const [signal, listener] of listening) process.on(signal, listener);
  try {
    return await new Promise<ProgramEnd>((resolve, reject) => {
      child.on("error", (error: NodeJS.ErrnoException) => reject(refusal(command, error)));
      child.on("exit", (code, signal) => resolve({ code: code ?? 1, signal: signal ?? undefined }));
    });
  } finally {
    for (const [signal, listener] of listening) process.off(signal, listener);
  }
}

function refusal(command: string, error: NodeJS.ErrnoException): Error {
  return error.code === "ENOENT"
    ? new CommandError(`there is no script and no command ${command}.`)
    : new CommandError(`${command} cannot be started: ${error.message}.`);
}
