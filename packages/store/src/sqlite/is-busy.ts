/** Whether an error says that another connection holds the database just now, so that the same call may succeed later: SQLite by its name, PostgreSQL by its number. */
export function isBusy(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code !== undefined && /^SQLITE_(BUSY|LOCKED)|^(55P03|40001|40P01)$/.test(code);
}
