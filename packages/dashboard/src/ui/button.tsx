import type { ComponentProps } from "react";

export interface ButtonProps extends ComponentProps<"button"> {
  /** @default "outline" */
  readonly look?: "outline" | "plain" | "primary" | "danger";
  /** `icon` is a square around a drawing; such a button needs an `aria-label`. @default "text" */
  readonly shape?: "text" | "icon" | "link";
}

const looks = {
  outline: "border border-line bg-surface text-muted hover:border-line-strong hover:text-text",
  plain: "text-muted hover:bg-hover hover:text-text",
  primary: "border border-accent bg-accent-soft font-medium text-accent hover:bg-hover",
  danger: "border border-line bg-surface text-bad hover:border-bad",
};
const shapes = {
  text: "inline-flex h-7 items-center gap-1.5 rounded-control px-2.5",
  icon: "grid size-7 place-items-center rounded-control",
  link: "inline text-accent hover:underline",
};

/** The one button of the dashboard. */
export function Button({
  look = "outline",
  shape = "text",
  className = "",
  type = "button",
  ...rest
}: ButtonProps) {
  const dressed = shape === "link" ? "" : looks[look];
  return (
    <button
      type={type}
      className={`flex-none whitespace-nowrap disabled:opacity-50 aria-disabled:opacity-50 ${shapes[shape]} ${dressed} ${className}`}
      {...rest}
    />
  );
}
