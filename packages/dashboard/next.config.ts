import path from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: path.join(import.meta.dirname, "../.."),
  serverExternalPackages: ["better-sqlite3", "pg"],
  transpilePackages: [
    "@epochal/conclusions",
    "@epochal/panel",
    "@epochal/record",
    "@epochal/store",
  ],
  images: { unoptimized: true },
  poweredByHeader: false,
  // Title and icon stand in the head from the first byte, for every browser and not only for what Next takes for a limited bot.
  htmlLimitedBots: /./,
  // Such a redirect would be answered before the proxy has looked at the request.
  skipTrailingSlashRedirect: true,
  reactStrictMode: true,
  // Most who look at runs open one or two kinds of pages: the others take memory once somebody does.
  experimental: { preloadEntriesOnStart: false },
};

export default config;
