import { counted, type Differences, isSeed, type Leaf, paramText } from "@epochal/conclusions";
import { Panel } from "../ui/panel.tsx";
import { LeafTable } from "./leaf-table.tsx";

/** The params that differ; those that are the same are folded away. */
export function ParamsPanel({ params }: { readonly params: Differences }) {
  const { same, differing, onlyInA, onlyInB } = params;
  const count = differing.length + onlyInA.length + onlyInB.length;
  return (
    <Panel title="Params" note={count === 0 ? "none differ" : `${count} differ`}>
      {count === 0 && (
        <p className="text-muted">
          {same.length === 0
            ? "Neither run has params: give startRun({ config })."
            : `All ${same.length} are the same.`}
        </p>
      )}
      <LeafTable differences={params} mark={(path) => (isSeed({ path }) ? "seed" : "")} />
      {same.length > 0 && count > 0 && (
        <details className="mt-2">
          <summary className="text-muted">{counted(same.length, "param")} the same</summary>
          <SameLeaves leaves={same} />
        </details>
      )}
    </Panel>
  );
}

/** What both have alike. */
export function SameLeaves({ leaves }: { readonly leaves: readonly Leaf[] }) {
  return (
    <dl className="mt-1 grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-4">
      {leaves.map(({ path, value }) => (
        <div
          key={path}
          className="col-span-2 grid grid-cols-subgrid items-baseline border-line border-t py-1"
        >
          <dt className="break-words text-muted">{path}</dt>
          <dd className="break-words font-mono text-[12px]">{paramText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
