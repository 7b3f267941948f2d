"use client";
import type { ProjectFact } from "@epochal/conclusions";
import type { ReactNode } from "react";
import { useFilterParts } from "../filter/use-filter-parts.ts";
import { Button } from "../ui/button.tsx";
import type { VerdictAnswer } from "../wire/answers.ts";

interface VerdictCardProps {
  readonly verdict: VerdictAnswer;
  /** The query that is set. */
  readonly where: string;
  readonly onWhere: (where: string) => void;
  /** The sentence that names the best group, where runs are folded: that of the best run stands below it then. */
  readonly ofGroups?: string | undefined;
  /** What is said of groups. */
  readonly children?: ReactNode;
}

const tones = { muted: "text-text", accent: "text-accent", warn: "text-warn", bad: "text-bad" };

/** The answer, before anything else on the page. */
export function VerdictCard(props: VerdictCardProps) {
  const { verdict, where, onWhere, ofGroups, children } = props;
  const { headline, remarks: ofBest, facts } = verdict;
  const remarks = ofGroups === undefined ? ofBest : [];
  const { hasPart, togglePart } = useFilterParts();
  /** A run ends in one way: two of these conditions would find none. */
  const withoutOthers = (chosen: ProjectFact) =>
    facts
      .filter((fact) => fact !== chosen && hasPart(where, fact.where))
      .reduce((text, fact) => togglePart(text, fact.where), where);
  return (
    <section
      aria-label="Verdict"
      className="rounded-card border border-line bg-surface px-4 py-3.5 shadow-card"
    >
      <h1 className="text-pretty font-semibold [overflow-wrap:anywhere] text-title tracking-[-0.012em]">
        {together(ofGroups ?? headline)}
      </h1>
      {remarks.length > 0 && (
        <p className="mt-1 text-muted [overflow-wrap:anywhere]">{remarks.join(" ")}</p>
      )}
      {children}
      {ofGroups !== undefined && (
        <p className="mt-1 text-muted [overflow-wrap:anywhere]">
          {headline.replace(/^Best: /, "Best run: ")}
        </p>
      )}
      {facts.length > 0 && (
        <ul className="mt-2.5 flex flex-wrap gap-2" aria-label="How the runs ended">
          {facts.map((fact) => (
            <li key={fact.word}>
              <Fact
                fact={fact}
                on={hasPart(where, fact.where)}
                onWhere={() => onWhere(togglePart(withoutOthers(fact), fact.where))}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

// A number alone at the start of a line has lost its noun.
const together = (text: string) => text.replace(/\b(lr|seed|epoch|at) (?=[\d.e])/g, "$1\u00a0");

interface FactProps {
  readonly fact: ProjectFact;
  readonly on: boolean;
  readonly onWhere: () => void;
}

function Fact({ fact, on, onWhere }: FactProps) {
  return (
    <Button
      aria-pressed={on}
      title={on ? "Show the others, too" : `Show only runs that are “${fact.word}”`}
      onClick={onWhere}
      look={on ? "primary" : "outline"}
      className="h-6 gap-1! rounded-full! font-normal! text-[12px]"
    >
      <span className={`font-medium ${tones[fact.tone]}`}>{fact.word}</span>{" "}
      <span className="text-muted">{fact.text}</span>
    </Button>
  );
}
