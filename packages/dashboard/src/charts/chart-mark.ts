/** What happened to a run at an epoch. */
export type MarkKind = "stop" | "kept" | "learning_rate" | "saved" | "resumed" | "fit" | "partial";

/** A mark on the x axis of a chart. */
export interface ChartMark {
  readonly kind: MarkKind;
  readonly x: number;
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
  partial: { glyph: "◐", words: "partial epoch" },
};
