import type { ReactNode } from "react";
import { ConnectionChip } from "./connection-chip.tsx";
import { LogOut } from "./log-out.tsx";
import { Logo } from "./logo.tsx";
import { PageLink } from "./page-link.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";

interface Crumb {
  readonly name: string;
  /** Absent for the page one is on. */
  readonly href?: string;
}

export interface PageHeaderProps {
  readonly crumbs: readonly Crumb[];
  readonly children?: ReactNode;
}

/** Where there is little room, the name gives way to where the reader is. */
const SHORTER = ["", "max-[420px]:sr-only", "max-sm:sr-only"];

/** The line at the top of every page: where the reader is, and what concerns the whole page. */
export function PageHeader({ crumbs, children }: PageHeaderProps) {
  return (
    <header className="sticky top-0 z-20 flex h-12 items-center gap-3 border-line border-b bg-surface px-4">
      <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-2">
        <PageLink href="/" className="flex shrink-0 items-center gap-2 font-[650] tracking-tight">
          <Logo />
          <span className={SHORTER[Math.min(2, crumbs.length)]}>Epochal</span>
        </PageLink>
        {crumbs.map(({ name, href }) => (
          <span
            key={`${href} ${name}`}
            className={`flex min-w-0 items-center gap-2 text-muted ${href === undefined ? "" : "max-w-[45%] shrink-0"}`}
          >
            <span aria-hidden="true">/</span>
            {href === undefined ? (
              <span aria-current="page" className="truncate font-semibold text-text" title={name}>
                <bdi>{name}</bdi>
              </span>
            ) : (
              <PageLink href={href} className="truncate hover:text-text" title={name}>
                <bdi>{name}</bdi>
              </PageLink>
            )}
          </span>
        ))}
      </nav>
      <div className="ml-auto flex shrink-0 items-center gap-3">
        <ConnectionChip />
        {children}
        <LogOut />
        <ThemeToggle />
      </div>
    </header>
  );
}
