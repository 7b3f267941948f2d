/** Whether an error says that another connection holds the database just now, so that the same call may succeed later. */
export function isBusy(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code !== undefined && /^SQLITE_(BUSY|LOCKED)/.test(code);
}
