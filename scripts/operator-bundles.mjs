/** What the build bundles for runs on the CPU: entry points and results, relative to the package. */
export const operatorBundles = [
  { entry: "src/operators/enhance/main.ts", out: "dist/operators/enhance.mjs" },
  { entry: "src/operators/transfer/main.ts", out: "dist/operators/transfer.mjs" },
  { entry: "src/operators/upscale/main.ts", out: "dist/operators/upscale.mjs" },
  { entry: "src/operators/upscale/worker.ts", out: "dist/operators/upscale-worker.mjs" },
  { entry: "src/media/ffmpeg-wasm.mjs", out: "dist/media/ffmpeg-wasm.mjs" },
];

/** Options of esbuild for every one of them. `@ffmpeg/core` is found at run time, if installed. */
export const operatorBuildOptions = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: ["@ffmpeg/core"],
  tsconfig: "tsconfig.json",
  logLevel: "warning",
};
