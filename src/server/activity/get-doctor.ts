import { constants } from "node:fs";
import { access, readFile, statfs } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { DoctorRecord } from "@/domain/doctor/doctor-check";
import type { DataFolder } from "@/domain/doctor/doctor-facts";
import { examine } from "@/domain/doctor/examine";
import type { ServiceContext } from "../context";
import { getQueueState } from "./get-queue";
import { listEngines } from "./list-engines";

/** Looks at everything that could keep runs from completing. */
export async function getDoctor(ctx: Pick<ServiceContext, "db" | "env">): Promise<DoctorRecord> {
  const { env } = ctx;
  const [engines, queue, database_version, data_folder, version] = await Promise.all([
    listEngines(ctx),
    getQueueState(ctx),
    readDatabaseVersion(ctx),
    lookAt(env.dataDir),
    readVersion(env.root),
  ]);
  return examine({
    version,
    node_version: process.versions.node,
    database_version,
    database_built_in: env.DATABASE_URL === undefined,
    data_folder,
    queue_paused: queue.paused,
    engines,
    settings: env,
  });
}

async function readDatabaseVersion({ db }: Pick<ServiceContext, "db">): Promise<string> {
  const [row] = await db.execute<{ version: string }>(
    sql`select current_setting('server_version') as version`,
  );
  return row?.version ?? "unknown";
}

async function lookAt(folder: string): Promise<DataFolder> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    const space = { free_bytes: bavail * bsize, total_bytes: blocks * bsize };
    const writable = await access(folder, constants.W_OK).then(
      () => true,
      () => false,
    );
    return { writable, ...space };
  } catch {
    return { writable: false, free_bytes: 0, total_bytes: 0 };
  }
}

async function readVersion(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}
