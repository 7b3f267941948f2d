import path from "node:path";

/** One file of a journal. */
export interface JournalPart {
  /** `<journal>.<number>.jsonl` */
  readonly name: string;
  /** The process's journal it is a part of. */
  readonly journal: string;
  readonly number: number;
}

const pattern = /^([\w-]+)\.(\d{6,})\.jsonl$/;

function partName(journal: string, number: number): string {
  return `${journal}.${String(number).padStart(6, "0")}.jsonl`;
}

export function partPath(folder: string, journal: string, number: number): string {
  return path.join(folder, partName(journal, number));
}

/** What a file name says, or undefined where it is no part's. */
export function parsePartName(name: string): JournalPart | undefined {
  const [, journal, number] = pattern.exec(name) ?? [];
  if (journal === undefined || number === undefined) return undefined;
  return { name, journal, number: Number(number) };
}
