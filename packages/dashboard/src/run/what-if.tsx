"use client";
import { type LastTrace, whatIfPatience, whatIfWords } from "@epochal/conclusions";
import { useId, useState } from "react";

/** "What if patience were 10?", answered from the trace. */
export function WhatIf({ last: { trace, zeroth } }: { readonly last: LastTrace }) {
  const used = trace.at(-1)?.patience ?? 1;
  const [patience, setPatience] = useState(used * 2);
  const field = useId();
  const answer = whatIfPatience(trace, patience, zeroth);
  if (answer === undefined) return null;
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-x-1.5 gap-y-1 pl-[46px] text-small text-muted">
      <label htmlFor={field}>What if patience were</label>
      <input
        id={field}
        type="number"
        min={0}
        max={100_000}
        value={patience}
        onChange={({ target }) => setPatience(Math.max(0, Math.floor(Number(target.value) || 0)))}
        className="h-6 w-16 rounded-control border border-line bg-surface px-1.5 text-text"
      />
      <output htmlFor={field} className="min-w-0">
        {whatIfWords(answer).replace(/^i/, "I")}
      </output>
    </p>
  );
}
