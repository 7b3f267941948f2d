"use client";
import { type RefObject, useEffect, useRef } from "react";
import type { Fault } from "../wire/answers.ts";

interface FaultMarkProps {
  readonly text: string;
  readonly fault: Fault;
  /** The field that the text stands in, which may be scrolled. */
  readonly field: RefObject<HTMLInputElement | null>;
}

/** A wave below what is wrong in the text of a field. */
export function FaultMark({ text, fault, field }: FaultMarkProps) {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const input = field.current;
    const follow = () => {
      if (mark.current && input) mark.current.scrollLeft = input.scrollLeft;
    };
    follow();
    input?.addEventListener("scroll", follow);
    return () => input?.removeEventListener("scroll", follow);
  }, [field]);
  const { offset, length = 0 } = fault;
  if (offset === undefined) return null;
  const wrong = text.slice(offset, offset + length).trimEnd() || "\u00a0\u00a0";
  return (
    <span
      ref={mark}
      aria-hidden
      className="pointer-events-none absolute inset-x-px inset-y-0 flex select-none items-center overflow-hidden whitespace-pre px-2.5 text-transparent"
    >
      {text.slice(0, offset)}
      <span className="underline decoration-bad decoration-wavy underline-offset-4">{wrong}</span>
    </span>
  );
}
