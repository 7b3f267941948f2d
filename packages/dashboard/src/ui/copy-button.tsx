"use client";
import { useState } from "react";

const SAID_MS = 1500;

/** Puts a text into the clipboard, and says so. */
export function CopyButton({ text }: { text: string }) {
  const [said, setSaid] = useState("Copy");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      setSaid("Not allowed");
    }
    setTimeout(() => setSaid("Copy"), SAID_MS);
  };
  return (
    <button
      type="button"
      onClick={() => void copy()}
      aria-live="polite"
      className="h-7 rounded-control border border-line bg-surface px-2.5 text-muted hover:border-line-strong hover:text-text"
    >
      {said}
    </button>
  );
}
