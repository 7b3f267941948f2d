// JavaScript that any Node can read, so that an old one is told what is wrong.

/** Why this Node.js cannot run Epochal, in a sentence; undefined where it can. */
export function nodeFault(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isSupported = major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 14);
  return isSupported
    ? undefined
    : `epochal needs Node.js 22.14 or newer, and of 23 at least 23.6, because its SQLite library crashes older ones. This is ${version}: install the newest version from https://nodejs.org.`;
}
