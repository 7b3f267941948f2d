/** What a statement is given besides its text: whatever came from a person stands here, and never in the text. */
export class Bound {
  readonly values: Record<string, unknown> = {};
  #count = 0;

  /** @returns the name of its place in the text */
  add(value: string | number | null): string {
    const name = `p${this.#count++}`;
    this.values[name] = value;
    return `@${name}`;
  }

  /** However many there are, as one value. @returns a query of them */
  list(values: readonly string[]): string {
    return `(SELECT value FROM json_each(${this.add(JSON.stringify(values))}))`;
  }
}
