import path from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: path.join(import.meta.dirname, "../.."),
  serverExternalPackages: ["better-sqlite3"],
  transpilePackages: ["@epochal/store"],
  images: { unoptimized: true },
  poweredByHeader: false,
  // Such a redirect would be answered before the proxy has looked at the request.
  skipTrailingSlashRedirect: true,
  reactStrictMode: true,
};

export default config;
