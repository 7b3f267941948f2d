const characters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text by its characters as people count them, each with its width; places are between them. */
export class MeasuredText {
  readonly text: string;
  /** Of each place: where it is in the text, and how wide everything before it is. */
  readonly #at: number[] = [0];
  readonly #width: number[] = [0];

  constructor(text: string, widthOf: (character: string) => number) {
    this.text = text;
    let width = 0;
    for (const { segment, index } of characters.segment(text)) {
      width += widthOf(segment);
      this.#at.push(index + segment.length);
      this.#width.push(width);
    }
  }

  /** The last place. */
  get end(): number {
    return this.#at.length - 1;
  }

  width(from: number, to: number): number {
    return (this.#width[to] ?? 0) - (this.#width[from] ?? 0);
  }

  slice(from: number, to: number): string {
    return this.text.slice(this.#at[from], this.#at[to]);
  }

  /** The place of an index of the text, or the next one behind it. */
  placeOf(index: number): number {
    const place = this.#at.findIndex((at) => at >= index);
    return place < 0 ? this.end : place;
  }

  /** The last place so that what lies between has room. */
  lastWithin(from: number, room: number): number {
    let to = from;
    while (to < this.end && this.width(from, to + 1) <= room) to++;
    return to;
  }

  /** The first place so that what lies between has room. */
  firstWithin(to: number, room: number): number {
    let from = to;
    while (from > 0 && this.width(from - 1, to) <= room) from--;
    return from;
  }
}
