/** What the value of an option must be. */
export interface OptionRule {
  /** As it stands in the message: "patience must be a whole number of 0 or more". */
  readonly words: string;
  readonly Kind: typeof RangeError | typeof TypeError;
  readonly holds: (value: unknown) => boolean;
  /** Throws where more is to be said than `words`. */
  readonly check?: (owner: string, value: unknown) => void;
}
