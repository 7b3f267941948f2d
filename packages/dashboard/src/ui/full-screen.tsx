"use client";
import type { KeyboardEvent, ReactNode } from "react";
import { usePart } from "./use-part.ts";

export interface FullScreenProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Beside the button that closes it. */
  readonly actions?: ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

const load = async () => (await import("./full-screen-part.tsx")).FullScreenPart;

/** Something of the page that fills the screen. Escape and its button close it, and the focus returns to where it was. */
export function FullScreen(props: FullScreenProps) {
  const [Part] = usePart(load, true);
  return Part && <Part {...props} />;
}
