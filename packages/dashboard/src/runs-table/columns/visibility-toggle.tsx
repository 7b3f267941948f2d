interface VisibilityToggleProps {
  readonly name: string;
  readonly shown: boolean;
  readonly onToggle: () => void;
}

/** Whether a run is drawn. */
export function VisibilityToggle({ name, shown, onToggle }: VisibilityToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={shown}
      aria-label={`Show ${name}`}
      title={shown ? "Hide its curves (x)" : "Show its curves (x)"}
      onClick={onToggle}
      className="grid size-7 flex-none place-items-center rounded-md text-muted hover:bg-bg hover:text-text"
    >
      <svg
        viewBox="0 0 16 16"
        className="size-4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        aria-hidden
      >
        <path d="M1 8s2.6-4.5 7-4.5S15 8 15 8s-2.6 4.5-7 4.5S1 8 1 8z" />
        {shown ? <circle cx="8" cy="8" r="2" /> : <path d="M2.5 13.5l11-11" />}
      </svg>
    </button>
  );
}
