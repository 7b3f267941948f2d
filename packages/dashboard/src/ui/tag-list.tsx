"use client";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

interface TagListProps {
  readonly tags: readonly string[];
  /** Absent where none can be taken off. */
  readonly onRemove?: ((tag: string) => void) | undefined;
}

/** Tags, each with a button that takes it off where that can be done. */
export function TagList({ tags, onRemove }: TagListProps) {
  return (
    <ul aria-label="Tags" className="flex min-w-0 flex-wrap gap-1.5 empty:hidden">
      {[...new Set(tags)].map((tag) => (
        <li
          key={tag}
          className={`flex h-6 max-w-full items-center rounded-full border border-line pl-2.5 text-muted text-small ${onRemove ? "pr-0.5" : "pr-2.5"}`}
        >
          <span className="truncate" title={tag}>
            <bdi>{tag}</bdi>
          </span>
          {onRemove && (
            <Button
              look="plain"
              shape="icon"
              aria-label={`Take off the tag ${tag}`}
              onClick={() => onRemove(tag)}
              className="ml-0.5 size-5! rounded-full!"
            >
              <Icon name="close" className="size-3" />
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
