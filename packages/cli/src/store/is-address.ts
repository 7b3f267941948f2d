/** Whether a store is on a server, and not in a file. Its address has a password, which what is said of the store has not. */
export function isAddress(location: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(location);
}

/** A location without its password, to be shown. */
export function shownLocation(location: string): string {
  return location.replace(/^([a-z][a-z\d+.-]+:\/\/[^/@:]*):[^/@]*@/i, "$1:…@");
}
