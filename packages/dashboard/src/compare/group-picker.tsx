"use client";
import type { DifferingParam } from "../params/differing-params.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { PickList } from "../ui/pick-list.tsx";
import { Popover } from "../ui/popover.tsx";
import { ToggleGroup } from "../ui/toggle-group.tsx";
import type { useCompareState } from "./use-compare-state.ts";

interface GroupPickerProps extends Pick<ReturnType<typeof useCompareState>, "state" | "set"> {
  readonly params: readonly DifferingParam[];
}

/** These are no params: a param of such a name is written so that it is told apart. */
const words = ["config", "tags"];
const nameOf = (path: string) =>
  words.includes(path) || path.startsWith("param:") ? `param:${path}` : path;
const spreads = [
  { value: "sd", label: "sd" },
  { value: "interval", label: "95 %" },
  { value: "range", label: "min–max" },
  { value: "quartiles", label: "quartiles" },
] as const;

/** By what runs are folded into groups, and how far the band of a group reaches. */
export function GroupPicker({ state, set, params }: GroupPickerProps) {
  const { group, spread } = state;
  const labels = new Map(params.map(({ path, label }) => [nameOf(path), label]));
  const named = group.map((name) =>
    name === "config" ? "config without seed" : (labels.get(name) ?? name),
  );
  const fold = (by: readonly string[] | null) =>
    set({ group: by && [...by], groups: null, hide: null, only: null });
  const pick = (picked: readonly string[]) => {
    // All params but the seeds, and some of them, do not go together.
    const isNew = picked.includes("config") && !group.includes("config");
    const next = picked.filter(
      (name) => name === "tags" || (name === "config") === isNew || picked.length === 1,
    );
    fold(next.length === 0 ? null : next);
  };
  return (
    <Popover
      label="Group by"
      className="w-[300px] p-3"
      trigger={
        <Button
          look={group.length > 0 ? "primary" : "outline"}
          title="Fold runs into groups: mean and spread"
          className="min-w-0 max-w-44 shrink!"
        >
          <span className="truncate">Group by{named.length > 0 && ` ${named.join(", ")}`}</span>
          <Icon name="chevronDown" className="size-3" />
        </Button>
      }
    >
      <PickList
        label="Find a param"
        placeholder="Param, tags, config…"
        empty="No param has this name."
        groups={[
          {
            value: "Repetitions",
            items: [{ value: "config", label: "config without seed" }],
          },
          { value: "Labels", items: [{ value: "tags", label: "tags" }] },
          {
            value: "Params",
            items: params.map(({ path, label }) => ({
              ...{ value: nameOf(path), label },
              ...(path !== label && { note: path }),
            })),
          },
        ]}
        picked={group}
        onPick={pick}
      />
      <div className="mt-2 flex flex-wrap items-center gap-2 border-line border-t pt-2.5">
        <span className="w-full text-muted text-small">Spread of a group</span>
        <ToggleGroup
          label="Spread of a group"
          options={spreads}
          value={spread}
          onChoose={(next) => set({ spread: next })}
        />
        <Button disabled={group.length === 0} onClick={() => fold(null)}>
          No groups
        </Button>
      </div>
    </Popover>
  );
}
