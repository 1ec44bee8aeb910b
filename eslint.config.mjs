import tseslint from "typescript-eslint";

const parserOptions = { projectService: true, tsconfigRootDir: import.meta.dirname };

/** Packages that only some folders may know; everyone else goes through those. */
const ownedPackages = [
  {
    packages: ["dockerode"],
    owners: ["src/server/engine/docker*/**", "src/server/engine/docker*"],
    message: "Docker is only reached through the engine (src/server/engine/docker).",
  },
  {
    packages: ["drizzle-orm", "drizzle-orm/*", "postgres"],
    owners: ["db", "runs", "prompts", "inputs", "activity", "views", "worker"].map(
      (folder) => `src/server/${folder}/**`,
    ),
    message: "Queries belong to the services (src/server/{runs,prompts,…}).",
  },
];

/** Folders that may use none, one or several of them, as ESLint replaces a rule's options whole. */
const importRules = [
  {
    files: ["src/**"],
    ignores: ownedPackages.flatMap(({ owners }) => owners),
    without: ownedPackages,
  },
  ...ownedPackages.map((owned) => ({
    files: owned.owners,
    without: ownedPackages.filter((other) => other !== owned),
  })),
].map(({ without, ...where }) => ({
  ...where,
  rules: {
    "no-restricted-imports": [
      "error",
      { patterns: without.map(({ packages, message }) => ({ group: packages, message })) },
    ],
  },
}));

export default tseslint.config(
  { ignores: ["dist", ".next", "node_modules", "next-env.d.ts"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.{ts,tsx}"],
    plugins: { "@typescript-eslint": tseslint.plugin },
    languageOptions: { parser: tseslint.parser, parserOptions },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-floating-promises": ["error", { allowForKnownSafeCalls: testCalls() }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-expect-error": "allow-with-description", "ts-ignore": true, "ts-nocheck": true },
      ],
      "max-params": ["error", 3],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "no-empty": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  // The rows of `test.each` become parameters.
  { files: ["**/*.test.{ts,tsx}"], rules: { "max-params": "off" } },
  ...importRules,
  {
    files: ["src/**"],
    ignores: ["src/env.ts", "src/operators/operator-env.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Only src/env.ts reads the environment." },
      ],
    },
  },
);

/** `node:test`-like calls whose promises the runner keeps itself. */
function testCalls() {
  return [{ from: "package", name: ["test", "it", "describe"], package: "vitest" }];
}
