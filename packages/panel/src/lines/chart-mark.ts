/** What happened to a run at an epoch. */
export type MarkKind =
  | "stop"
  | "kept"
  | "learning_rate"
  | "saved"
  | "resumed"
  | "fit"
  | "partial"
  | "hidden";

/** A mark on the x axis of a chart. */
export interface ChartMark {
  readonly kind: MarkKind;
  readonly x: number;
  /** Where it ended, for what lasted. */
  readonly until?: number;
  /** What happened, where more is known than the kind: "learning rate cut to 0.001". */
  readonly words?: string;
}

/** How the marks are told apart and called; the glyphs are those that `drawMarks` draws. */
export const markWords: Readonly<
  Record<MarkKind, { readonly glyph: string; readonly words: string }>
> = {
  stop: { glyph: "■", words: "stopped" },
  kept: { glyph: "○", words: "weights kept" },
  learning_rate: { glyph: "▼", words: "learning rate cut" },
  saved: { glyph: "◆", words: "saved" },
  resumed: { glyph: "▶", words: "resumed" },
  fit: { glyph: "✚", words: "another fit" },
  hidden: { glyph: "▒", words: "page hidden" },
  partial: { glyph: "◐", words: "partial epoch" },
};
