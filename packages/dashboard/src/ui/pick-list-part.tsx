"use client";
import { Combobox } from "@base-ui/react/combobox";
import { Icon } from "./icon.tsx";
import type { PickGroup, PickListProps, PickOption } from "./pick-list.tsx";
import { popupItem } from "./popup.ts";

/** Shows at most so many at a time: the search leads to the others. */
const MOST_SHOWN = 200;

/** What `PickList` is once it has been loaded. */
export function PickListPart(props: PickListProps) {
  const { label, placeholder, groups, picked, onPick, empty } = props;
  const byValue = new Map(groups.flatMap(({ items }) => items.map((item) => [item.value, item])));
  const chosen = picked.map((value) => byValue.get(value) ?? { value, label: value });
  return (
    <Combobox.Root
      inline
      multiple
      open
      autoHighlight
      limit={MOST_SHOWN}
      items={groups as PickGroup[]}
      value={chosen}
      onValueChange={(options: PickOption[]) => onPick(options.map(({ value }) => value))}
      isItemEqualToValue={(one: PickOption, other: PickOption) => one.value === other.value}
      itemToStringLabel={({ label: text, note }: PickOption) => `${text} ${note ?? ""}`}
    >
      <Combobox.Input
        aria-label={label}
        placeholder={placeholder}
        className="h-8 w-full rounded-control border border-line bg-bg px-2.5 placeholder:text-muted"
      />
      <Combobox.Empty>
        <p className="px-2 pt-3 text-muted">{empty}</p>
      </Combobox.Empty>
      <Combobox.List
        aria-label={label}
        className="mt-1.5 max-h-[min(320px,50dvh)] overflow-y-auto overscroll-contain outline-none"
      >
        {(group: PickGroup) => (
          <Combobox.Group key={group.value} items={group.items as PickOption[]}>
            <Combobox.GroupLabel className="px-2 pt-2 pb-0.5 text-muted text-small">
              {group.value}
            </Combobox.GroupLabel>
            <Combobox.Collection>
              {(option: PickOption) => (
                <Combobox.Item key={option.value} value={option} className={popupItem}>
                  <span className="grid size-4 flex-none place-items-center">
                    <Combobox.ItemIndicator>
                      <Icon name="check" />
                    </Combobox.ItemIndicator>
                  </span>
                  <span className="min-w-0 flex-1 truncate" title={option.label}>
                    <bdi>{option.label}</bdi>
                  </span>
                  {option.note && (
                    <span className="max-w-[45%] truncate text-faint text-small">
                      {option.note}
                    </span>
                  )}
                </Combobox.Item>
              )}
            </Combobox.Collection>
          </Combobox.Group>
        )}
      </Combobox.List>
    </Combobox.Root>
  );
}
