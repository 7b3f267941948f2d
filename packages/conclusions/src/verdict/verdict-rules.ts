export type VerdictRule = "healthy" | "overfitting" | "underfitting" | "diverged" | "no_validation";

interface VerdictWords {
  /** The verdict in a word or two. */
  readonly words: string;
  /** When it holds. */
  readonly rule: string;
}

/** What each verdict means, and when it holds. */
export const verdictRules: Readonly<Record<VerdictRule, VerdictWords>> = {
  diverged: {
    words: "diverged",
    rule: "A loss was NaN or infinite to the end (one such value on the way is none), or ended more than a hundred times above where it began and was lowest, or training lost all it had gained: in at least 5 epochs after its lowest the training loss rises (Mann–Kendall, 2 %), back to where it began, by more than twice the noise and a quarter of the lowest.",
  },
  no_validation: {
    words: "no validation",
    rule: "Nothing was measured on validation data, so nothing is known of how the model does on data it has not seen.",
  },
  overfitting: {
    words: "overfitting",
    rule: "In at least 5 epochs after its lowest the validation loss rises (Mann–Kendall trend test, 2 %), its last third lies above the lowest by more than twice the noise and a tenth of what it had fallen before, the gap to the training loss grows, and the training loss does not rise.",
  },
  underfitting: {
    words: "underfitting",
    rule: "The training loss does not fall: no downward trend (Mann–Kendall, 5 %), and its last third is not below its first by more than twice the noise.",
  },
  healthy: {
    words: "healthy",
    rule: "At least 8 epochs were validated, and none of the other rules holds.",
  },
};
