/**
 * The project that a part of an address names.
 *
 * Next hands it over encoded to a page, but decoded to the page's metadata; a name that has a percent sign of its own is
 * then no valid encoding.
 */
export function projectName(param: string): string {
  try {
    return decodeURIComponent(param);
  } catch {
    return param;
  }
}
