"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useCompletions } from "../live/use-completions.ts";

interface FilterDraftArgs {
  readonly project: string;
  /** The query that is set. */
  readonly value: string;
  /** A step of the history. */
  readonly onWhere: (where: string) => void;
  /** Without one. */
  readonly onType: (where: string) => void;
}

/** Whoever types on does not want to see what half a word finds. */
const PAUSE_MS = 250;

/**
 * The text of the filter while somebody types it. It holds as soon as it is a query and nobody types on; what is typed in one go is one step
 * of the history.
 */
export function useFilterDraft({ project, value, onWhere, onType }: FilterDraftArgs) {
  const [text, setText] = useState(value);
  const [caret, setCaret] = useState(value.length);
  const [isFocused, setFocused] = useState(false);
  const applied = useRef(value);
  const hasStep = useRef(false);
  // Back, a chip or a link sets another query.
  useEffect(() => {
    if (value === applied.current) return;
    applied.current = value;
    setText(value);
    setCaret(value.length);
  }, [value]);
  const completions = useCompletions(isFocused ? { project, text, caret } : undefined);
  const apply = (next: string) => {
    if (next === applied.current) return;
    applied.current = next;
    const where = next.trim() === "" ? "" : next;
    if (hasStep.current) onType(where);
    else onWhere(where);
    hasStep.current = true;
  };
  const settle = useEffectEvent(() => apply(text));
  // Half a word that could still become one finds nothing but an empty page.
  const isBegun =
    completions !== undefined && completions.from < caret && completions.completions.length > 0;
  const isQuery = completions !== undefined && completions.fault === undefined && !isBegun;
  useEffect(() => {
    if (!isQuery || text === applied.current) return;
    const timer = setTimeout(() => settle(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isQuery, text]);
  return {
    ...{ text, caret, completions, isFocused, setCaret, apply },
    edit: (next: string, at: number) => {
      setText(next);
      setCaret(at);
    },
    focus: () => {
      setFocused(true);
      hasStep.current = false;
    },
    leave: () => setFocused(false),
    reset: () => {
      setText(applied.current);
      setCaret(applied.current.length);
    },
  };
}
