/** Whether a location names a dashboard elsewhere, and no file. */
export function isDashboardUrl(location: string | undefined): location is string {
  return location !== undefined && /^https?:\/\//i.test(location);
}
