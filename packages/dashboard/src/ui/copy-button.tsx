"use client";
import { useState } from "react";
import { Button } from "./button.tsx";

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
    <Button onClick={() => void copy()} aria-live="polite">
      {said}
    </Button>
  );
}
