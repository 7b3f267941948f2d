/** What the rules of the gate look at. */
export interface Asked {
  readonly method: string;
  /** Still encoded. */
  readonly pathname: string;
  readonly headers: Headers;
}
