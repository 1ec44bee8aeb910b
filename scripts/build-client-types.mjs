import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { runCommand } from "./run-command.mjs";

const root = join(import.meta.dirname, "..");
const types = join(root, "dist/types");
const OWN_IMPORT = /(\bfrom\s*|\bimport\(\s*)"(@|\.\.?)\/([^"]+)"/g;

/** Writes the declarations behind `cosmos-ops/client` to `dist/types`, readable without our settings. */
export async function buildClientTypes() {
  rmSync(types, { recursive: true, force: true });
  const config = join(root, "dist/tsconfig.client-types.json");
  writeFileSync(config, JSON.stringify(tsconfig));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  await runCommand(process.execPath, [tsc, "-p", config], { cwd: root });
  for (const name of readdirSync(types, { recursive: true })) {
    if (name.endsWith(".d.ts")) rewriteImports(join(types, name));
  }
}

const tsconfig = {
  extends: "../tsconfig.json",
  compilerOptions: {
    noEmit: false,
    // `npm run check` looks for errors; here only the declarations are wanted.
    noCheck: true,
    declaration: true,
    emitDeclarationOnly: true,
    incremental: false,
    plugins: [],
    rootDir: "../src",
    outDir: "./types",
    paths: { "@/*": ["../src/*"] },
  },
  files: ["../src/client/create-cosmos-client.ts"],
  include: [],
};

/** Other programs know neither `@/` nor imports without an extension (`nodenext`). */
function rewriteImports(file) {
  const top = relative(dirname(file), types).replaceAll("\\", "/") || ".";
  const text = readFileSync(file, "utf8");
  const plain = (_, before, start, path) => `${before}"${start === "@" ? top : start}/${path}.js"`;
  writeFileSync(file, text.replace(OWN_IMPORT, plain));
}
