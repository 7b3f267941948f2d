import { counted, type Differences } from "@epochal/conclusions";
import { Panel } from "../ui/panel.tsx";
import { LeafTable } from "./leaf-table.tsx";
import { SameLeaves } from "./params-panel.tsx";

/** Parts of the card, in the order in which a person asks for them. */
const sections: readonly (readonly [string, RegExp])[] = [
  ["Data", /^data\b/],
  ["Model and training", /^(?:model|training|fit|weights|seed)\b/],
  ["Code and arguments", /^(?:code|arguments)\b/],
  ["Machine", /^(?:machine|backend|environment)\b/],
  ["Packages", /^(?:versions|lockfile)\b/],
];

/** How data, model, machine and packages differ. */
export function DiffCardPanel({ card }: { readonly card: Differences }) {
  const found = sections.map(([title, belongs]) => {
    const of = <T extends { readonly path: string }>(leaves: readonly T[]) =>
      leaves.filter(({ path }) => belongs.test(path));
    const differences = {
      differing: of(card.differing),
      onlyInA: of(card.onlyInA),
      onlyInB: of(card.onlyInB),
    };
    const { differing, onlyInA, onlyInB } = differences;
    return { title, differences, count: differing.length + onlyInA.length + onlyInB.length };
  });
  const count = found.reduce((sum, section) => sum + section.count, 0);
  return (
    <Panel
      title="Data, model, machine, packages"
      note={count === 0 ? "nothing differs" : `${count} differ`}
    >
      {count === 0 && (
        <p className="text-muted">
          {card.same.length === 0
            ? "Neither run has a card: startRun({ record: false }) turns it off."
            : "Their cards are the same."}
        </p>
      )}
      {found
        .filter((section) => section.count > 0)
        .map(({ title, differences }) => (
          <section key={title} aria-label={title} className="mt-3 first-of-type:mt-0">
            <h3 className="font-medium text-muted">{title}</h3>
            <LeafTable differences={differences} />
          </section>
        ))}
      {card.same.length > 0 && (
        <details className="mt-2">
          <summary className="text-muted">
            {counted(card.same.length, "entry", "entries")} the same
          </summary>
          <SameLeaves leaves={card.same} />
        </details>
      )}
    </Panel>
  );
}
