"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";

interface NearCardProps {
  readonly title: string;
  /** Whether it is wide, and so higher. */
  readonly wide?: boolean;
  /** Whether it is drawn at once. */
  readonly isFirst?: boolean;
  readonly children: ReactNode;
}

/** How far below the window a card is made, so that it is there when somebody comes to it. */
const MARGIN = "400px 0px";

/** A card that asks for its series and is drawn when it is near the window for the first time; until then its name stands in its place. */
export function NearCard(props: NearCardProps) {
  const { title, wide = false, isFirst = false, children } = props;
  const [isNear, setIsNear] = useState(isFirst);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (isNear || element === null) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setIsNear(true),
      { rootMargin: MARGIN },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isNear]);
  return (
    <div ref={place} className="min-w-0">
      {isNear ? (
        children
      ) : (
        <article
          aria-label={title}
          className={`rounded-card border border-line bg-surface px-3 pt-2.5 ${wide ? "h-[318px] max-sm:h-[258px]" : "h-[258px]"}`}
        >
          <h2 className="truncate font-semibold text-[13.5px]">{title}</h2>
        </article>
      )}
    </div>
  );
}
