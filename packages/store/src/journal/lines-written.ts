/** How many lines the journals of this process have taken. */
export interface LinesWritten {
  count: number;
}

const byFolder = new Map<string, LinesWritten>();

/** The count that all journals in a folder share, so that one store of a process knows that another has something new. */
export function linesWritten(folder: string): LinesWritten {
  const known = byFolder.get(folder);
  if (known !== undefined) return known;
  const lines = { count: 0 };
  byFolder.set(folder, lines);
  return lines;
}
