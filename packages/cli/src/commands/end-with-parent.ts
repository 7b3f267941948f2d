const LOOK_MS = 500;

/**
 * Ends this process when the process that started it ends, if that one opened a channel or is the shell of an npm command. (npm
 * hands a SIGTERM to its shell, and that ends the shell alone.)
 */
export function endWithParent(): void {
  process.once("disconnect", () => process.exit(0));
  process.channel?.unref();
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, LOOK_MS).unref();
}
