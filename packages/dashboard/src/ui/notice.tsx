import type { ReactNode } from "react";

/** A page that has nothing to show, and what to do about it. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="content" className="mx-auto grid max-w-2xl gap-3 px-4 py-16">
      <h1 className="font-semibold text-title">{title}</h1>
      <div className="grid gap-3 text-muted">{children}</div>
    </main>
  );
}
