/** @type {import("next").NextConfig} */
const config = {
  // Plain files: the page needs no server of Next.
  output: "export",
  // Only in this repository, where the packages are TypeScript. Those of npm are plain modules.
  transpilePackages: ["@epochal/callbacks", "@epochal/conclusions", "@epochal/record"],
};

export default config;
