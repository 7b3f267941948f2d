"use client";
import { useState } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

interface TagEditorProps {
  readonly tags: readonly string[];
  /** @throws Error that says why it was not put on */
  readonly onAdd: (tag: string) => Promise<unknown>;
  readonly onRemove: (tag: string) => void;
}

/** The tags of something; a new one is typed beside them. */
export function TagEditor({ tags, onAdd, onRemove }: TagEditorProps) {
  const [text, setText] = useState("");
  const [fault, setFault] = useState("");
  const add = async () => {
    const tag = text.trim();
    if (tag === "") return;
    try {
      await onAdd(tag);
      setText("");
      setFault("");
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5">
      <ul aria-label="Tags" className="flex min-w-0 flex-wrap gap-1.5 empty:hidden">
        {[...new Set(tags)].map((tag) => (
          <li
            key={tag}
            className="flex h-6 max-w-full items-center rounded-full border border-line pr-0.5 pl-2.5 text-muted text-small"
          >
            <span className="truncate" title={tag}>
              <bdi>{tag}</bdi>
            </span>
            <Button
              look="plain"
              shape="icon"
              aria-label={`Take off the tag ${tag}`}
              onClick={() => onRemove(tag)}
              className="ml-0.5 size-5! rounded-full!"
            >
              <Icon name="close" className="size-3" />
            </Button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <input
          aria-label="Add a tag"
          placeholder="Add a tag"
          value={text}
          maxLength={500}
          onChange={({ target }) => setText(target.value)}
          className="h-6 w-28 rounded-full border border-line bg-surface px-2.5 text-small placeholder:text-muted"
        />
      </form>
      <p role="alert" className="text-bad empty:hidden">
        {fault}
      </p>
    </div>
  );
}
