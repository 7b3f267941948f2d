import inter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { LiveProvider } from "../live/live-provider.tsx";
import { loadUnfolded } from "../server/load-unfolded.ts";
import { loadViewer } from "../server/load-viewer.ts";
import { FoldingNotice } from "../ui/folding-notice.tsx";
import { readTheme } from "../ui/theme.ts";
import { ViewerProvider } from "../ui/viewer-context.tsx";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Epochal", template: "%s · Epochal" },
  description: "Compare training runs on your own machine",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every request gets a new nonce, so Next may make no page beforehand.
  await connection();
  // Were it found in the styles only, the page would be laid out in another font first, and move.
  preload(inter, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  const theme = readTheme((await cookies()).get("theme")?.value);
  // The page says what is wrong with the store.
  const unfolded = await loadUnfolded().catch(() => undefined);
  const viewer = await loadViewer();
  return (
    <html lang="en" {...(theme === "system" ? {} : { "data-theme": theme })}>
      <body>
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-2"
        >
          Skip to content
        </a>
        <FoldingNotice initial={unfolded} />
        <ViewerProvider viewer={viewer}>
          <LiveProvider>
            <NuqsAdapter>{children}</NuqsAdapter>
          </LiveProvider>
        </ViewerProvider>
      </body>
    </html>
  );
}
