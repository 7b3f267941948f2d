"use client";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { Button } from "./button.tsx";

interface EditableTextProps {
  readonly value: string;
  /** What is edited: "Name". */
  readonly label: string;
  /** How the text is shown while nobody edits it. */
  readonly children: ReactNode;
  /** What the button says: "Rename". */
  readonly action: string;
  readonly isLong?: boolean;
  readonly maxLength?: number;
  /** Whether it is edited from the beginning. @default false */
  readonly startsEditing?: boolean;
  /** Whether an empty text may be saved. @default false */
  readonly mayBeEmpty?: boolean;
  /** @throws Error that says why it was not saved */
  readonly onSave: (text: string) => Promise<unknown>;
}

const FIELD = "min-w-0 flex-1 rounded-control border border-line-strong bg-surface px-2 py-1";

/** A text that is edited where it stands: Enter saves it, Escape leaves it as it was. */
export function EditableText(props: EditableTextProps) {
  const { value, label, children, action, isLong = false, mayBeEmpty = false } = props;
  const { maxLength = 500, startsEditing = false, onSave } = props;
  const [text, setText] = useState(startsEditing ? value : undefined);
  const [wasEdited, setWasEdited] = useState(false);
  const [fault, setFault] = useState("");
  if (text === undefined) {
    return (
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-1">
        {children}
        <Button
          className="h-6! text-small"
          // Whoever has saved or left it goes on from here.
          {...(wasEdited && { autoFocus: true })}
          onClick={() => setText(value)}
        >
          {action}
        </Button>
      </div>
    );
  }
  const isEmpty = !mayBeEmpty && text.trim() === "";
  const leave = () => {
    setText(undefined);
    setWasEdited(true);
    setFault("");
  };
  const save = async () => {
    if (isEmpty) return;
    try {
      if (text !== value) await onSave(text);
      leave();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") leave();
    const saves = event.key === "Enter" && (!isLong || event.ctrlKey || event.metaKey);
    if (!saves) return;
    event.preventDefault();
    void save();
  };
  const field = {
    "aria-label": label,
    // Whoever asked to edit it goes on typing.
    autoFocus: true,
    value: text,
    maxLength,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      setText(target.value),
    onKeyDown,
    className: FIELD,
  };
  return (
    <form
      className="flex w-full min-w-0 flex-wrap items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {isLong ? (
        <textarea rows={4} {...field} className={`basis-full ${FIELD}`} />
      ) : (
        <input {...field} />
      )}
      <Button type="submit" look="primary" disabled={isEmpty}>
        Save
      </Button>
      <Button onClick={leave}>Cancel</Button>
      <p role="alert" className="w-full text-bad empty:hidden">
        {fault}
      </p>
    </form>
  );
}
