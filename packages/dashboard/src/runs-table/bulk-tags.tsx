"use client";
import { useEffect, useRef } from "react";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { isTyping } from "../ui/is-typing.ts";
import { Popover } from "../ui/popover.tsx";
import { TagField } from "../ui/tag-field.tsx";
import { TagList } from "../ui/tag-list.tsx";

interface BulkTagsProps {
  /** Those that any of the selected runs has. */
  readonly tags: readonly string[];
  /** @throws Error that says why it was not put on */
  readonly onAdd: (tag: string) => Promise<unknown>;
  readonly onRemove: (tag: string) => void;
}

/** A tag for all of the selected runs is typed here, which `#` begins; the tags that they have are taken off beside it. */
export function BulkTags({ tags, onAdd, onRemove }: BulkTagsProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isOther = event.key !== "#" || event.ctrlKey || event.metaKey;
      if (isOther || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <span className="flex flex-none items-center gap-1" title="Tag the selected runs (#)">
      <TagField label="Tag them" ref={field} onAdd={onAdd} />
      {tags.length > 0 && (
        <Popover
          label="Tags of the selected runs"
          className="w-[320px] p-3"
          trigger={
            <Button shape="icon" aria-label="Tags of the selected runs" title="Take off tags">
              <Icon name="tag" />
            </Button>
          }
        >
          <TagList tags={tags} onRemove={onRemove} />
        </Popover>
      )}
    </span>
  );
}
