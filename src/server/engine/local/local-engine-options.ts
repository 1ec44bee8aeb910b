export interface LocalEngineOptions {
  /** Absolute path of the data folder; records live in `engine/local/` below it. */
  dataDir: string;
  /** Absolute path of the folder with `entry.sh` and `supervise.sh`. */
  entryDir: string;
  /** The Node that runs operators. */
  nodePath: string;
  /** Absolute path of the folder with the reference operators' bundles. */
  operatorsDir: string;
  /** Where `PATH`, `HOME` and `LANG` of the programs come from; nothing else is taken. */
  env: Readonly<Record<string, string | undefined>>;
  /** When given, containers of other instances in the same data folder are not listed. */
  instance?: string;
}
