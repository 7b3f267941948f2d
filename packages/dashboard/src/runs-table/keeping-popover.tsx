"use client";
import { useRef } from "react";
import { Button } from "../ui/button.tsx";
import { EditableText } from "../ui/editable-text.tsx";
import { Icon } from "../ui/icon.tsx";
import { Popover } from "../ui/popover.tsx";
import { TagEditor } from "../ui/tag-editor.tsx";
import type { TableRun } from "./columns/table-row.ts";
import type { TableActions } from "./table-actions.ts";

/** What of a run is edited where its row stands. */
export type EditedPart = "name" | "tags" | "notes";

interface KeepingPopoverProps {
  readonly run: TableRun;
  /** Which of the two is edited; undefined while neither is. */
  readonly edited: EditedPart | undefined;
  readonly onEdit: (part: EditedPart | undefined) => void;
  readonly tabIndex: 0 | -1;
  /** Of its button. */
  readonly className: string;
  readonly keeping: NonNullable<TableActions["keeping"]>;
}

const LONGEST_NOTES = 100_000;

/** The tags and the notes of a run, edited in place. */
export function KeepingPopover(props: KeepingPopoverProps) {
  const { run, edited, onEdit, tabIndex, className, keeping } = props;
  const { id, name, tags, notes } = run;
  const content = useRef<HTMLDivElement>(null);
  const isOpen = edited === "tags" || edited === "notes";
  return (
    <Popover
      label={`Tags and notes of ${name}`}
      open={isOpen}
      onOpenChange={(open) => onEdit(open ? (edited ?? "tags") : undefined)}
      initialFocus={() =>
        content.current?.querySelector<HTMLElement>(edited === "notes" ? "textarea" : "input") ??
        null
      }
      finalFocus={() => document.querySelector(`[data-run-link="${CSS.escape(id)}"]`)}
      className="w-[340px] p-3"
      trigger={
        <Button
          look="plain"
          shape="icon"
          tabIndex={tabIndex}
          aria-label={`Tags and notes of ${name}`}
          title="Its tags (t) and notes (n)"
          className={className}
        >
          <Icon name="tag" className="size-3.5" />
        </Button>
      }
    >
      <div ref={content} className="grid gap-3">
        <TagEditor
          tags={tags}
          onAdd={(tag) => keeping.addTag(id, tag)}
          onRemove={(tag) => keeping.orSay(keeping.removeTag(id, tag))}
        />
        <EditableText
          // A popover that closes is still there for a moment.
          key={edited ?? ""}
          value={notes}
          label="Notes"
          action={notes === "" ? "Add notes" : "Edit notes"}
          isLong
          mayBeEmpty
          maxLength={LONGEST_NOTES}
          startsEditing={edited === "notes"}
          onSave={(text) => keeping.setNotes(id, text)}
        >
          {notes !== "" && (
            <p className="max-h-40 min-w-0 overflow-y-auto whitespace-pre-wrap [overflow-wrap:anywhere]">
              {notes}
            </p>
          )}
        </EditableText>
      </div>
    </Popover>
  );
}
