/** A rule for the value of an option. */
export interface OptionRule {
  /** The words in the message: "patience must be a whole number of 0 or more". */
  readonly words: string;
  readonly Kind: typeof RangeError | typeof TypeError;
  readonly holds: (value: unknown) => boolean;
  /** Throws where `words` do not say enough. */
  readonly check?: (owner: string, value: unknown) => void;
}
