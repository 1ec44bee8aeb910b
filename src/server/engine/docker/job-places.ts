/** Paths in every container: the contract of CONTRACT.md, and where our own files are. */
export const job = {
  in: "/job/in",
  out: "/job/out",
  log: "/job/log/run.log",
  gateFolder: "/job/gate",
  gate: "/job/gate/gate",
  entryFolder: "/job/entry",
  entry: "/job/entry/entry.sh",
  programs: "/job/programs",
  /** Of the image of the reference operators (`npm run docker:image`). */
  node: "/usr/local/bin/node",
  operators: "/opt/cosmos/operators",
} as const;
