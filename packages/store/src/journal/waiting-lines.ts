import { CountedLines } from "./counted-lines.ts";

export interface WaitingLine {
  readonly text: string;
  readonly run: string;
  readonly isStep: boolean;
}

/** Lines that cannot be written just now, in their order; each costs the same to take and to give back, however many there are. */
export class WaitingLines {
  /** How many of which run wait. */
  readonly counts = new CountedLines();
  #lines: WaitingLine[] = [];
  /** Where the first one is: those before are gone. */
  #first = 0;
  #bytes = 0;

  get size(): number {
    return this.#lines.length - this.#first;
  }

  /** How many characters wait. */
  get bytes(): number {
    return this.#bytes;
  }

  push(line: WaitingLine): void {
    this.#lines.push(line);
    this.#bytes += line.text.length;
    this.counts.add(line.run, line.isStep);
  }

  /** The first lines as one text of about `most` characters, at least one line. */
  next(most: number): { readonly text: string; readonly count: number } {
    let text = "";
    let count = 0;
    for (let i = this.#first; i < this.#lines.length; i++) {
      const line = this.#lines[i]?.text ?? "";
      if (count > 0 && text.length + line.length > most) break;
      text += line;
      count++;
    }
    return { text, count };
  }

  /** Removes the first ones, which are written. @returns them */
  shift(count: number): readonly WaitingLine[] {
    const lines = this.#lines.slice(this.#first, this.#first + count);
    for (const line of lines) this.#leave(line);
    this.#first += lines.length;
    // Rarely enough that it costs nothing for each line.
    if (this.#first * 2 > this.#lines.length) {
      this.#lines = this.#lines.slice(this.#first);
      this.#first = 0;
    }
    return lines;
  }

  /** Takes out the first lines that are no steps, as many as have `most` characters together. */
  takeWords(most: number): readonly WaitingLine[] {
    const words: WaitingLine[] = [];
    let left = most;
    this.#lines = this.#lines.slice(this.#first).filter((line) => {
      if (line.isStep || line.text.length > left) return true;
      left -= line.text.length;
      words.push(line);
      this.#leave(line);
      return false;
    });
    this.#first = 0;
    return words;
  }

  #leave({ text, run, isStep }: WaitingLine): void {
    this.#bytes -= text.length;
    this.counts.add(run, isStep, -1);
  }
}
