"use client";
import { counted, countedOf } from "@epochal/conclusions";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Menu } from "../ui/menu.tsx";
import { ColorLegend } from "./color-legend.tsx";
import type { useCompareModel } from "./use-compare-model.ts";
import type { useCompareState } from "./use-compare-state.ts";

interface RunsStatusProps extends Pick<ReturnType<typeof useCompareState>, "state" | "set"> {
  readonly model: ReturnType<typeof useCompareModel>;
  /** A word about what is drawn. */
  readonly note: string | undefined;
}

const places = [
  { label: "Runs", kept: null },
  { label: "Archived runs", kept: "archive" },
  { label: "Runs in the trash", kept: "trash" },
] as const;
const UNFOLDED = "not folded: no run has values of epochs to judge groups by";
const spreads = {
  sd: "± one standard deviation",
  interval: "± the 95 % interval",
  range: "from lowest to highest",
  quartiles: "the middle half",
} as const;

/** How many runs and groups there are, how many of them are not drawn, and what their colours are of. */
export function RunsStatus({ model, state, set, note }: RunsStatusProps) {
  const { verdict, table, groups, legend, params, fault } = model;
  // What was found before a mistake was typed stays.
  const isUnread = fault !== undefined && verdict.data === undefined;
  const total = verdict.data?.total ?? 0;
  const found = table.total ?? 0;
  const isUnfolded = state.group.length > 0 && verdict.data && verdict.data.metric === undefined;
  const hidden = hiddenOf(state, groups?.groups.length ?? found);
  const runs = countedOf(found, total, "run");
  const path = state.color?.replace(/^(?:param|tag|fact):/, "");
  return (
    <p className="flex h-7 flex-none items-center gap-2 border-line border-b px-4 text-small text-muted">
      <span role="status" className="min-w-0 flex-none truncate">
        {isUnread ? "–" : groups ? `${counted(groups.groups.length, "group")} of ${runs}` : runs}
        {hidden > 0 && ` · ${hidden} hidden`}
      </span>
      {note && <span className="truncate">· {note}</span>}
      {hidden > 0 && (
        <Button shape="link" onClick={() => set({ hide: null, only: null })}>
          show all
        </Button>
      )}
      {isUnfolded && (
        <span className="truncate" title={UNFOLDED}>
          · {UNFOLDED}
        </span>
      )}
      {groups && <span className="truncate max-sm:hidden">· {spreads[state.spread]}</span>}
      {legend && path !== undefined && (
        <ColorLegend
          name={params.find((param) => param.path === path)?.label ?? path}
          legend={legend}
          onRemove={() => set({ color: null })}
        />
      )}
      <span className="ml-auto flex-none">
        <Menu
          trigger={
            <Button shape="link" className="text-muted!" title="Other runs of the project">
              <span className="inline-flex items-center gap-1">
                Archive and trash
                <Icon name="chevronDown" className="size-3" />
              </span>
            </Button>
          }
          actions={places.map(({ label, kept }) => ({
            label,
            ...(state.in === kept && { icon: "check" }),
            onChoose: () => set({ in: kept, select: null }),
          }))}
        />
      </span>
    </p>
  );
}

function hiddenOf(
  { hide, only }: { readonly hide: readonly string[]; readonly only: readonly string[] },
  found: number,
): number {
  if (only.length > 0) return Math.max(0, found - only.length);
  return hide.includes("*") ? found : Math.min(found, hide.length);
}
