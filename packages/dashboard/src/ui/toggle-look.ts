/** Toggles look alike before and after what moves the focus among them has come. */
export const toggleLook = {
  group: "inline-flex h-7 flex-none overflow-hidden rounded-control border border-line bg-surface",
  toggle:
    "inline-flex items-center gap-1.5 px-2.5 text-muted hover:text-text focus-visible:-outline-offset-2 aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent",
};
