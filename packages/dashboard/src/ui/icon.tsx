const paths = {
  check: "M3 8.5l3.2 3.2L13 4.8",
  chevronDown: "M4 6l4 4 4-4",
  chevronRight: "M6 4l4 4-4 4",
  close: "M4 4l8 8M12 4l-8 8",
  columns: "M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10",
  chevronLeft: "M10 4l-4 4 4 4",
  contrast: "M8 2.2a5.8 5.8 0 110 11.6A5.8 5.8 0 018 2.2zM8 2.2v11.6M8 5h4.8M8 8h5.8M8 11h4.8",
  cross: "M8 2.2a5.8 5.8 0 110 11.6A5.8 5.8 0 018 2.2zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
  eye: "M1 8s2.6-4.5 7-4.5S15 8 15 8s-2.6 4.5-7 4.5S1 8 1 8zM8 6a2 2 0 110 4 2 2 0 010-4z",
  eyeOff: "M1 8s2.6-4.5 7-4.5S15 8 15 8s-2.6 4.5-7 4.5S1 8 1 8zM2.5 13.5l11-11",
  expand: "M9.5 2.5h4v4M13.5 2.5L9 7M6.5 13.5h-4v-4M2.5 13.5L7 9",
  flag: "M4 14V2.5h7.5L9.8 5.6l1.7 3.1H4",
  help: "M6 6.2A2 2 0 118.9 8c-.6.3-.9.7-.9 1.4M8 11.8v.2",
  moon: "M13.4 9.6A5.8 5.8 0 016.4 2.6a5.8 5.8 0 107 7z",
  more: "M3.2 8h.01M8 8h.01M12.8 8h.01",
  pause: "M5.5 4v8M10.5 4v8",
  pencil: "M3 13l.6-2.8L10.8 3 13 5.2l-7.2 7.2zM9.6 4.2l2.2 2.2",
  pin: "M6 2.5h4l-.6 4 2.1 2.3h-7L6.6 6.5zM8 8.8v4.7",
  play: "M5.5 3.8l6.5 4.2-6.5 4.2z",
  plus: "M8 3.2v9.6M3.2 8h9.6",
  stop: "M4.5 4.5h7v7h-7z",
  sun: "M8 5.2a2.8 2.8 0 110 5.6 2.8 2.8 0 010-5.6zM8 1.4v1.2M8 13.4v1.2M1.4 8h1.2M13.4 8h1.2M3.3 3.3l.9.9M11.8 11.8l.9.9M3.3 12.7l.9-.9M11.8 4.2l.9-.9",
  tag: "M2.5 2.5h5.2l5.8 5.8-5.2 5.2-5.8-5.8zM5.4 5.4h.01",
  warning: "M8 2.5l6 10.8H2zM8 6.4v3.2M8 11.4v.2",
} as const;

export type IconName = keyof typeof paths;

/** A small drawing beside a word, or in a button that has a name. */
export function Icon({ name, className = "size-4" }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      className={`flex-none ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
