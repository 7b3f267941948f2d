export interface OpenStoreOptions {
  /**
   * Is told, once each, what went wrong while recording. Recording itself never throws.
   *
   * @default `process.emitWarning`
   */
  readonly onError?: (error: Error) => void;
  /**
   * Whether a store is made where there is none. Who only reads may say `false`: then nothing is made.
   *
   * @default true
   */
  readonly create?: boolean;
}
