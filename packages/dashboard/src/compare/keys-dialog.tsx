"use client";
import { useEffect, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { isTyping } from "../ui/is-typing.ts";
import { useViewer } from "../ui/viewer-context.tsx";

const keys = [
  ["/", "Filter runs; ↓ for what may stand there"],
  ["j  k", "Next, previous run or group; in the table ↑ ↓, too"],
  ["Space", "Select the run or group; with Shift, all from the last one"],
  ["x", "Show or hide its curves"],
  ["s", "Show it alone; once more, the others again"],
  ["b", "Make the run the baseline"],
  ["d", "Compare the two selected runs or groups"],
  ["#", "Tag the selected runs"],
  ["F2", "Rename the run"],
  ["t  n", "Edit the run’s tags, its notes"],
  ["z", "Undo what was done last, within ten seconds"],
  ["Enter", "Open the run; list the runs of the group, as → does"],
  ["←  →", "Move the cursor of a chart"],
  ["Esc", "Leave the filter or the cursor"],
  ["?", "This help"],
] as const;

/** Those that change runs. */
const changing = new Set<string>(["#", "F2", "t  n", "z"]);

/** The keys of the page, shown by `?`. */
export function KeysDialog() {
  const { onlyReads } = useViewer();
  const shown = keys.filter(([key]) => onlyReads === undefined || !changing.has(key));
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "?" && !isTyping(event.target)) setOpen(true);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <Dialog
      title="Keyboard"
      description="Wherever you are on this page, outside a field."
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button shape="icon" aria-label="Keyboard shortcuts" title="Keyboard shortcuts (?)">
          <Icon name="help" />
        </Button>
      }
    >
      <dl className="grid grid-cols-[72px_1fr] gap-x-3 gap-y-1.5">
        {shown.map(([key, meaning]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded border border-line-strong px-1.5 text-small">{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
