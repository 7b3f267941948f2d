const LOOK_MS = 500;

/**
 * Ends this process with the one that started it, where that one means it so: where it opened a channel, or is the shell of an
 * npm command. A SIGTERM that npm hands to its shell ends the shell alone.
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
