// Starts a command whose whole process group ends with this process, whatever ends it.
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

export const root = path.join(import.meta.dirname, "..");

const running = new Set<ChildProcess>();

function end(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    // The group, because pnpm, vitest and Playwright have children of their own.
    if (process.platform === "win32") child.kill();
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It was faster.
  }
}

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)
  process.on(signal, () => process.exit(code));
process.on("exit", () => {
  for (const child of running) end(child);
});

export interface CommandResult {
  readonly code: number;
  /** What it said on both streams. */
  readonly output: string;
  readonly stdout: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Collect the output instead of showing it. */
  readonly quiet?: boolean;
}

/** Runs a command to its end. */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd = root, env = {}, quiet = false }: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
      detached: process.platform !== "win32",
      shell: process.platform === "win32",
    });
    running.add(child);
    let output = "";
    let stdout = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      output += chunk;
    });
    child.on("error", (error) => {
      running.delete(child);
      resolve({ code: 127, output: `${output}${error.message}\n`, stdout });
    });
    child.on("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output, stdout });
    });
  });
}
