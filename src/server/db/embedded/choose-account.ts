import { statSync } from "node:fs";
import { AppError } from "@/server/errors";

/** The ids to run Postgres under; undefined = those of this process. */
export interface Account {
  uid?: number;
  gid?: number;
}

const nobody = 65534;

/**
 * Postgres refuses to run as root. Root therefore runs it as the owner of the cluster, or as
 * nobody (65534) for a new one; no account is created. Everyone else runs it as themselves.
 */
export function chooseAccount(clusterDir: string): Account {
  const own = process.getuid?.();
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (own === 0) {
    return owner && owner.uid !== 0
      ? { uid: owner.uid, gid: owner.gid }
      : { uid: nobody, gid: nobody };
  }
  if (owner && own !== undefined && owner.uid !== own) {
    throw new AppError(
      "unavailable",
      `The database folder ${clusterDir} belongs to another account (uid ${owner.uid}): start Cosmos as that account or as root, or set COSMOS_DATA_DIR to a folder of your own.`,
    );
  }
  return {};
}
