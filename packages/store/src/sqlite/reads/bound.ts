/** The bound values of a statement: whatever came from a person is here, and never in the text. */
export class Bound {
  readonly values: Record<string, unknown> = {};
  #count = 0;

  /** @returns the name of its placeholder in the text */
  add(value: string | number | null): string {
    const name = `p${this.#count++}`;
    this.values[name] = value;
    return `@${name}`;
  }

  /** Binds a list as one value, however long it is. @returns a query of its elements */
  list(values: readonly string[]): string {
    return `(SELECT value FROM json_each(${this.add(JSON.stringify(values))}))`;
  }
}
