export function Logo() {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="var(--accent)"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M2 16C5 16 5 5 10 5s5 6 8 6" />
      <circle cx="10" cy="5" r="2" fill="var(--surface)" />
    </svg>
  );
}
