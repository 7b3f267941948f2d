"use client";
import { useState } from "react";
import { Button } from "./button.tsx";

const SAID_MS = 1500;

interface CopyButtonProps {
  /** A function where it is known only when it is copied. */
  readonly text: string | (() => string);
  /** @default "Copy" */
  readonly label?: string;
}

/** Puts a text into the clipboard, and says so. */
export function CopyButton({ text, label = "Copy" }: CopyButtonProps) {
  const [said, setSaid] = useState<string>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === "string" ? text : text());
      setSaid("Copied");
    } catch {
      setSaid("Not allowed");
    }
    setTimeout(() => setSaid(undefined), SAID_MS);
  };
  return (
    <Button onClick={() => void copy()} aria-live="polite">
      {said ?? label}
    </Button>
  );
}
