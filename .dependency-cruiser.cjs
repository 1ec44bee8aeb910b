/**
 * Who may import whom: imports go down only (docs/decisions/001). `src/<folder>` may import itself,
 * the listed folders, and the leaves if it has `leaves`.
 */
const services = ["runs", "prompts", "inputs", "activity", "logs", "views"].map(
  (name) => `server/${name}`,
);
const layers = {
  app: [
    "components",
    "trpc",
    "server/api",
    ...services,
    "server/db",
    "server/context.ts",
    "domain",
    "leaves",
  ],
  components: ["domain", "trpc", "app/actions", "app/.+/actions.ts"],
  cli: ["client", "domain", "leaves"],
  trpc: ["server/api", "domain", "leaves"],
  client: ["domain", "server/api"],
  "server/api": [...services, "server/db", "server/context.ts", "domain", "leaves"],
  "server/worker": [
    "server/engine",
    "server/gpus",
    ...services,
    "server/db",
    "server/context.ts",
    "media",
    "domain",
    "leaves",
  ],
  ...Object.fromEntries(
    services.map((service) => [
      service,
      [...services, "server/db", "server/context.ts", "domain", "media", "leaves"],
    ]),
  ),
  "server/engine": ["domain", "leaves"],
  "server/gpus": ["server/engine", "domain", "leaves"],
  "server/up": ["server/db", "domain", "leaves"],
  "server/web": ["domain", "leaves"],
  "server/db": ["domain", "leaves"],
  operators: ["media", "domain"],
  media: ["domain"],
  domain: [],
};
/** Small files without imports of ours. */
const leaves = [
  "env.ts",
  "server/errors.ts",
  "server/logger.ts",
  "server/page-cursor.ts",
  "server/supervisor.ts",
];

const pattern = (path) =>
  `^src/${path}${path.endsWith(".ts") ? "$" : "/"}`.replace(".ts$", "\\.ts$");

const layerRules = Object.entries(layers).map(([folder, allowed]) => {
  const targets = allowed.flatMap((target) => (target === "leaves" ? leaves : [target]));
  return {
    name: `${folder} imports only downwards`,
    comment: `src/${folder} may import: ${allowed.join(", ") || "nothing else in src"}.`,
    severity: "error",
    from: { path: pattern(folder), pathNot: "\\.test\\.tsx?$" },
    to: { path: "^src/", pathNot: [pattern(folder), ...targets.map(pattern)] },
  };
});

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: "the client knows the API by its types only",
      severity: "error",
      from: { path: "^src/(client|cli)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/server/(?!errors)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "nothing unresolved",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
