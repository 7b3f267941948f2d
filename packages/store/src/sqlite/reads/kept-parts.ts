import type { SeriesPart } from "../../series-points.ts";

/** So many numbers are kept, of 8 bytes each. */
const MOST_NUMBERS = 2_000_000;
/** What a part weighs besides its numbers, in numbers. */
const EACH = 200;

interface Kept {
  readonly rev: number;
  readonly part: SeriesPart;
  /** Without the columns that are another part's, too. */
  readonly numbers: number;
}

/** The parts of series that were read last: opening a page again reads no point twice. A part goes when its series has changed, or when there is no room for it. */
export class KeptParts {
  /** The one that was asked for last stands last. */
  readonly #parts = new Map<string, Kept>();
  #numbers = 0;
  #before: SeriesPart | undefined;

  /** The part of this name, where its series is still of this revision. */
  find(name: string, rev: number): SeriesPart | undefined {
    const known = this.#parts.get(name);
    if (known === undefined) return undefined;
    this.#remove(name, known);
    if (known.rev === rev) return this.#put(name, known);
    return undefined;
  }

  /**
   * Keeps a part. Steps, epochs and times that are those of the part before, as of series that were logged together, become the same
   * object.
   */
  keep(name: string, rev: number, read: SeriesPart): SeriesPart {
    const before = this.#parts.get(name);
    // The same series may have been asked for twice at once.
    if (before !== undefined) this.#remove(name, before);
    return this.#put(name, keep(rev, read, this.#before));
  }

  #put(name: string, kept: Kept): SeriesPart {
    this.#before = kept.part;
    this.#parts.set(name, kept);
    this.#numbers += kept.numbers;
    for (const [oldest, old] of this.#parts) {
      if (this.#numbers <= MOST_NUMBERS) break;
      this.#remove(oldest, old);
    }
    return kept.part;
  }

  #remove(name: string, { numbers }: Kept): void {
    this.#parts.delete(name);
    this.#numbers -= numbers;
  }
}

function keep(rev: number, read: SeriesPart, before: SeriesPart | undefined): Kept {
  const step = shared(read.step, before?.step);
  const epoch = shared(read.epoch, before?.epoch);
  const wallTime = shared(read.wallTime, before?.wallTime);
  const places = [step, epoch, wallTime].filter(
    (column) => ![before?.step, before?.epoch, before?.wallTime].includes(column),
  );
  const own = [...places, read.value, read.nonFinite.step, ...Object.values(read.buckets ?? {})];
  const numbers = own.reduce((sum, { length }) => sum + length, EACH);
  return { rev, part: { ...read, step, epoch, wallTime }, numbers };
}

/** The other column, where both hold the same. */
function shared(column: Float64Array, other: Float64Array | undefined): Float64Array {
  if (other?.length !== column.length) return column;
  return column.every((value, index) => Object.is(value, other[index])) ? other : column;
}
