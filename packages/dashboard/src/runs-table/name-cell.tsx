"use client";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { runAddress } from "../wire/run-address.ts";
import { StatusIcon } from "./columns/status-icon.tsx";
import type { TableRun } from "./columns/table-row.ts";
import { EyeButton } from "./eye-button.tsx";
import { type EditedPart, KeepingPopover } from "./keeping-popover.tsx";
import { NameEditor } from "./name-editor.tsx";
import { RowCheckbox } from "./row-checkbox.tsx";
import { ShortName } from "./short-name.tsx";
import type { TableActions } from "./table-actions.ts";
import { type NamePlace, placeOf } from "./use-short-names.ts";

interface NameCellProps {
  readonly run: TableRun;
  readonly shorten: (name: string, place: NamePlace) => string;
  readonly selected: boolean;
  readonly isBaseline: boolean;
  readonly edited: EditedPart | undefined;
  readonly tabIndex: 0 | -1;
  readonly actions: TableActions;
  readonly onChoose: (id: string, extending: boolean) => void;
  readonly onEdit: (part: EditedPart | undefined, byKey?: boolean) => void;
}

/** The run: whether it is selected, drawn and the baseline, its name, how it stands or ended. */
export function NameCell(props: NameCellProps) {
  const { run, shorten, selected, isBaseline, edited, tabIndex, actions, onChoose, onEdit } = props;
  const { id, name, status, verdict, visible, inGroup } = run;
  return (
    <span className={`flex min-w-0 items-center gap-1.5 bg-inherit ${inGroup ? "pl-5" : ""}`}>
      <RowCheckbox {...{ id, name, selected, tabIndex, onChoose }} />
      <EyeButton {...{ id, name, visible, tabIndex, actions }} />
      <span className="min-w-0 flex-1">
        {edited === "name" ? (
          <NameEditor
            name={run.storedName ?? name}
            onDone={(next, byKey) => {
              onEdit(undefined, byKey);
              const isNew = next !== undefined && next !== (run.storedName ?? name);
              const { keeping } = actions;
              if (isNew && keeping) keeping.orSay(keeping.rename(id, next));
            }}
          />
        ) : (
          <a
            href={actions.runAddress?.(id) ?? runAddress(id)}
            onClick={(event) => {
              // With a key held, the browser opens it in a tab or a window of its own.
              if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
              event.preventDefault();
              actions.onOpen(id);
            }}
            data-run-link={id}
            tabIndex={tabIndex}
            title={name}
            dir="auto"
            className="flex min-w-0 font-medium text-text hover:underline"
          >
            <ShortName
              name={name}
              place={placeOf(run, isBaseline ? id : undefined)}
              shorten={shorten}
            />
          </a>
        )}
        <span
          className="flex min-w-0 gap-1 text-small"
          title={[status.text, verdict, status.age].filter(Boolean).join(" · ")}
          suppressHydrationWarning
        >
          <StatusIcon
            state={run.state}
            tone={status.tone}
            text={(verdict && status.brief) ?? status.text}
          />
          {verdict && <span className="min-w-0 shrink-[9] truncate text-faint">· {verdict}</span>}
        </span>
      </span>
      {edited !== "name" && (
        <span
          className={`flex ${isBaseline ? "" : "absolute right-2 bottom-1 gap-1 rounded-control bg-inherit pl-1 opacity-0 focus-within:opacity-100 group-hover/row:opacity-100"}`}
        >
          {actions.keeping && (
            <Button
              look="plain"
              shape="icon"
              tabIndex={tabIndex}
              aria-label={`Rename ${name}`}
              title="Change its name (F2)"
              className={
                isBaseline ? "hidden group-focus-within/row:grid group-hover/row:grid" : "size-5!"
              }
              onClick={() => onEdit("name")}
            >
              <Icon name="pencil" className={isBaseline ? "size-4" : "size-3.5"} />
            </Button>
          )}
          {actions.keeping && (
            <KeepingPopover
              {...{ run, edited, onEdit, tabIndex }}
              keeping={actions.keeping}
              // What is open stands beside its button.
              className={
                isBaseline && edited === undefined
                  ? "hidden group-focus-within/row:grid group-hover/row:grid"
                  : "size-5!"
              }
            />
          )}
          <Button
            look="plain"
            shape="icon"
            tabIndex={tabIndex}
            aria-pressed={isBaseline}
            aria-label={`Baseline ${name}`}
            title={isBaseline ? "No baseline any more (b)" : "Compare the others with it (b)"}
            className={isBaseline ? "text-accent!" : "size-5!"}
            onClick={() => actions.onBaseline(isBaseline ? undefined : id)}
          >
            <Icon name="flag" className={isBaseline ? "size-4" : "size-3.5"} />
          </Button>
        </span>
      )}
    </span>
  );
}
