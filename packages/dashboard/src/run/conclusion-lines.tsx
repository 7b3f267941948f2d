import { conclusionWords } from "@epochal/conclusions";
import type { RunConclusions } from "@epochal/store";
import { formatDuration } from "../format/format-duration.ts";

/** What else follows from a run's values, a sentence each. */
export function ConclusionLines({ conclusions }: { readonly conclusions: RunConclusions }) {
  return conclusionWords(conclusions, formatDuration).map((sentence) => (
    <p key={sentence} className="text-muted">
      {sentence}
    </p>
  ));
}
