// The process of `callEpochal`: it runs one command after the other.
import { run } from "../src/main.ts";
import { printAside } from "../src/terminal/print.ts";
import type { Call } from "./call-epochal.ts";

/** Collects what is written instead of writing it. */
function collect(stream: NodeJS.WriteStream): () => string {
  let text = "";
  stream.write = (chunk: string | Uint8Array) => {
    text += chunk;
    return true;
  };
  return () => text;
}

process.on("message", async ({ args, env, cwd }: Call) => {
  process.chdir(cwd);
  process.env = env;
  process.exitCode = 0;
  const stdout = collect(process.stdout);
  const stderr = collect(process.stderr);
  await run(["node", "epochal", ...args]).catch((error: Error) => {
    process.exitCode = 1;
    printAside(`${error.stack}\n`);
  });
  // A process hears its terminal once.
  process.removeAllListeners("uncaughtException");
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners("error");
  process.send?.({ code: process.exitCode, stdout: stdout(), stderr: stderr() });
});
