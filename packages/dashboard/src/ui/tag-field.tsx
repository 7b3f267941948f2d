"use client";
import { type Ref, useState } from "react";

interface TagFieldProps {
  /** @default "Add a tag" */
  readonly label?: string;
  readonly ref?: Ref<HTMLInputElement>;
  /** @throws Error that says why it was not put on */
  readonly onAdd: (tag: string) => Promise<unknown>;
}

/** A field for a tag, which Enter puts on. */
export function TagField({ label = "Add a tag", ref, onAdd }: TagFieldProps) {
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
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <input
          ref={ref}
          aria-label={label}
          placeholder={label}
          value={text}
          maxLength={500}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={({ key, currentTarget }) => key === "Escape" && currentTarget.blur()}
          className="h-6 w-28 rounded-full border border-line bg-surface px-2.5 text-small placeholder:text-muted"
        />
      </form>
      <p role="alert" className="text-bad empty:hidden">
        {fault}
      </p>
    </>
  );
}
