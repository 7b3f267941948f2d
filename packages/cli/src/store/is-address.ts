/** Whether a store is on a server, and not in a file. Its address has a password, which what is said of the store has not. */
export function isAddress(location: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(location);
}

/** A location without its password, to be shown. */
export function shownLocation(location: string): string {
  return location.replace(/^([a-z][a-z\d+.-]+:\/\/[^/@:]*):[^/@]*@/i, "$1:…@");
}

/** Whether a location is a dashboard elsewhere, which runs are sent to and which is read there. */
export function isDashboard(location: string): boolean {
  return /^https?:\/\//i.test(location);
}
