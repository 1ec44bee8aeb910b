// Asked by compose.yaml inside the containers of web and worker: exit code 0 when that part is fine.
import postgres from "postgres";

const checks = {
  web: async () => {
    const page = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/`);
    return page.ok;
  },
  /** Its own heartbeat, or that of the one that acts while this one waits to take over. */
  worker: async () => {
    const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, connect_timeout: 5 });
    const alive = await sql`select from engines where heartbeat_at > now() - interval '15 seconds'`;
    await sql.end();
    return alive.length > 0;
  },
};

const check = checks[process.argv[2]];
if (!check) throw new Error("usage: node scripts/is-healthy.mjs web|worker");
process.exit((await check().catch(() => false)) ? 0 : 1);
