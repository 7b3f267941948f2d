"use client";
import { formatShare } from "@epochal/conclusions";
import { useEffect, useState } from "react";

interface Left {
  /** How many bytes are still to be folded, of how many. */
  readonly bytes: number;
  readonly total: number;
}

/** How often the page asks, while something is left and else. A process may be killed while the page is open. */
const FOLDING_MS = 1000;
const IDLE_MS = 10_000;

/** Says that the page still lacks what killed processes left. The page fills in by itself. */
export function FoldingNotice({ initial }: { initial: Left | undefined }) {
  const [left, setLeft] = useState(initial);
  const isFolding = left !== undefined;
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      if (!document.hidden) {
        const answer = await askForLeft();
        if (isOver) return;
        if (answer !== undefined) setLeft(answer.unfolded);
      }
      timer = setTimeout(() => void ask(), isFolding ? FOLDING_MS : IDLE_MS);
    };
    timer = setTimeout(() => void ask(), isFolding ? FOLDING_MS : IDLE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isFolding]);
  return (
    <p role="status" className="border-line border-b px-4 py-1.5 text-warn empty:hidden">
      {left &&
        `Folding what killed processes left: ${formatShare(folded(left))}. The rest is missing here.`}
    </p>
  );
}

/** Never all of it while something is left. */
function folded({ bytes, total }: Left): number {
  return Math.floor(100 * (1 - bytes / total)) / 100;
}

/** Undefined where the server did not answer. */
async function askForLeft(): Promise<{ readonly unfolded?: Left } | undefined> {
  try {
    const answer = await fetch("/api/folding");
    return answer.ok ? ((await answer.json()) as { readonly unfolded?: Left }) : undefined;
  } catch {
    return undefined;
  }
}
