/** The colour of a run: one hue, in the shade each theme needs. */
export interface RunColor {
  readonly light: string;
  readonly dark: string;
}
