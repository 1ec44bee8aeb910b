import { AppError } from "@/server/errors";

const causes: [RegExp, string][] = [
  [/No space left on device|ENOSPC/, "the disk is full: free some space and start again"],
  [
    /EACCES|EPERM|EROFS|ENOENT.*mkdir|Permission denied|Read-only file system/,
    "the data folder is not writable: check its owner and permissions, or set COSMOS_DATA_DIR to another folder",
  ],
  [/EEXIST|ENOTDIR/, "a file is where a folder has to be: set COSMOS_DATA_DIR to a folder"],
  [
    /Cannot allocate memory|could not map anonymous shared memory|could not create shared memory/,
    "there is not enough memory for it",
  ],
  [
    /could not bind Unix address/,
    "its file system does not support sockets: set COSMOS_DATA_DIR to a folder on a local disk",
  ],
  [
    /could not look up effective user ID/,
    "the account that runs it has no name: add its uid to /etc/passwd or use another account",
  ],
];

const damaged: (typeof causes)[number] = [
  /could not open file|could not open directory|could not locate a valid checkpoint|PANIC|corrupt/,
  "its files are damaged or incomplete: restore the folder from a backup, or move it away to start empty",
];

/** Turns what initdb, Postgres or the file system said into one sentence with a way out. */
export function describeFailure(
  action: "create" | "start",
  clusterDir: string,
  said: string,
): AppError {
  const known = (action === "start" ? [...causes, damaged] : causes).find(([pattern]) =>
    pattern.test(said),
  );
  const lines = said.trim().split("\n");
  const fatal = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? "";
  const why = known?.[1] ?? (fatal.replace(/^.*(FATAL|PANIC): */, "") || "no reason was given");
  return new AppError(
    "unavailable",
    `Could not ${action} the built-in database in ${clusterDir}: ${why}.`,
  );
}
