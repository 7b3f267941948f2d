import { counted } from "@epochal/conclusions";
import { configLeaves } from "../params/config-leaves.ts";
import { Panel } from "../ui/panel.tsx";
import type { RunView } from "../wire/run-json.ts";

/** A shorter value does not fill the height of its cell, even on a phone. */
const SCROLLS_FROM = 80;

/** The hyperparameters of a run, a line a leaf. */
export function ConfigTable({ config }: { config: RunView["config"] }) {
  const leaves = [...configLeaves(config)];
  return (
    <Panel title="Config" note={counted(leaves.length, "param")}>
      {leaves.length === 0 ? (
        <p className="text-muted">
          Nothing was given to <code>startRun({"{ config }"})</code>.
        </p>
      ) : (
        <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-4">
          {leaves.map(([path, value]) => (
            <div
              key={path}
              className="col-span-2 grid grid-cols-subgrid items-baseline border-line border-t py-1"
            >
              <dt className="break-words text-muted">{path}</dt>
              <dd
                className="max-h-24 overflow-y-auto break-words font-mono text-[12px]"
                // What scrolls must be reachable by keyboard.
                {...(value.length > SCROLLS_FROM && { tabIndex: 0 })}
              >
                {value}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}
