/** Why this Node.js cannot run Epochal, in a sentence; undefined where it can. */
export function nodeFault(version?: string): string | undefined;
