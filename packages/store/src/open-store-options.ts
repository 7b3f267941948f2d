export interface OpenStoreOptions {
  /**
   * Called with what went wrong while recording, once for each kind of problem. Recording itself never throws.
   *
   * @default `process.emitWarning`
   */
  readonly onError?: (error: Error) => void;
  /**
   * Whether to make a store where there is none. A program that only reads can say `false`.
   *
   * @default true
   */
  readonly create?: boolean;
}
