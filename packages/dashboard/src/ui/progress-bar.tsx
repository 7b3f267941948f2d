interface ProgressBarProps {
  /** What goes on. */
  readonly label: string;
  /** From 0 to 1. */
  readonly share: number;
  readonly className?: string;
}

/** The browser's own bar: one element, which a server can write without a style attribute. */
export function ProgressBar({ label, share, className = "" }: ProgressBarProps) {
  return (
    <progress
      aria-label={label}
      value={Math.min(1, Math.max(0, share))}
      className={`h-1.5 appearance-none overflow-hidden rounded-full bg-grid [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-grid [&::-webkit-progress-value]:bg-accent ${className}`}
    />
  );
}
