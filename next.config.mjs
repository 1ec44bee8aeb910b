/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // They hold native parts or open sockets, so they are loaded from node_modules instead of bundled.
  serverExternalPackages: ["postgres", "dockerode", "mediabunny"],
  // Types are checked by `npm run check`, once, not again by every build.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: import.meta.dirname,
    // What files the server may read matters to a standalone build only; there is none.
    ignoreIssue: [{ path: /src\/(media|server)/, title: /tracing of the whole project/ }],
  },
};

export default config;
