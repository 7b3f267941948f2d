"use client";
import { TagField } from "./tag-field.tsx";
import { TagList } from "./tag-list.tsx";

interface TagEditorProps {
  readonly tags: readonly string[];
  /** @throws Error that says why it was not put on */
  readonly onAdd: (tag: string) => Promise<unknown>;
  readonly onRemove: (tag: string) => void;
}

/** The tags of something; a new one is typed beside them. */
export function TagEditor({ tags, onAdd, onRemove }: TagEditorProps) {
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5">
      <TagList tags={tags} onRemove={onRemove} />
      <TagField onAdd={onAdd} />
    </div>
  );
}
