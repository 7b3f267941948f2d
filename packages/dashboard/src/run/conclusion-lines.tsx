import { conclusionWords } from "@epochal/conclusions";
import type { RunConclusions } from "@epochal/store";

/** What else follows from a run's values, a sentence each. */
export function ConclusionLines({ conclusions }: { readonly conclusions: RunConclusions }) {
  return conclusionWords(conclusions).map((sentence) => (
    <p key={sentence} className="text-muted">
      {sentence}
    </p>
  ));
}
