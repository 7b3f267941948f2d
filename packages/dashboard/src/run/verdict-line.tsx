"use client";
import { type RunVerdict, type VerdictRule, verdictRules } from "@epochal/conclusions";
import { Button } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";

const TONES: Record<VerdictRule, string> = {
  healthy: "text-good!",
  overfitting: "text-warn!",
  underfitting: "text-warn!",
  diverged: "text-bad!",
  no_validation: "text-muted!",
};

/** What the curves of a run say, and on what that rests; the rule is a click away. */
export function VerdictLine({ verdict }: { readonly verdict: RunVerdict }) {
  const { rule, words, evidence } = verdict;
  return (
    <div className="mt-1 flex flex-wrap items-baseline gap-x-2">
      <Popover
        label={`The rule: ${words}`}
        className="w-[min(92vw,440px)] p-4"
        trigger={
          <Button title="The rule" className={`h-6! rounded-full! ${TONES[rule]}`}>
            <span className="font-medium">{words}</span>
          </Button>
        }
      >
        <h3 className="font-semibold">{words}</h3>
        <p className="mt-1">{evidence}</p>
        <p className="mt-2 text-muted">{verdictRules[rule].rule}</p>
      </Popover>
      <span className="min-w-0 break-words text-muted">{evidence}</span>
    </div>
  );
}
