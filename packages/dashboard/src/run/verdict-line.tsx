"use client";
import { type RunVerdict, type VerdictRule, verdictRules } from "@epochal/conclusions";
import { useId } from "react";

const TONES: Record<VerdictRule, string> = {
  healthy: "text-good",
  overfitting: "text-warn",
  underfitting: "text-warn",
  diverged: "text-bad",
  no_validation: "text-muted",
};

/** What the curves of a run say, and on what that rests; the rule is a click away. */
export function VerdictLine({ verdict }: { readonly verdict: RunVerdict }) {
  const popover = useId();
  const { rule, words, evidence } = verdict;
  return (
    <div className="mt-1 flex flex-wrap items-baseline gap-x-2">
      <button
        type="button"
        popoverTarget={popover}
        title="The rule"
        className={`rounded-full border border-line px-2.5 py-0.5 font-medium hover:border-line-strong ${TONES[rule]}`}
      >
        {words}
      </button>
      <span className="min-w-0 break-words text-muted">{evidence}</span>
      <div
        id={popover}
        popover="auto"
        className="m-auto w-[min(92vw,440px)] rounded-card border border-line bg-raised p-4 text-text"
      >
        <h3 className="font-semibold">{words}</h3>
        <p className="mt-1">{evidence}</p>
        <p className="mt-2 text-muted">{verdictRules[rule].rule}</p>
      </div>
    </div>
  );
}
