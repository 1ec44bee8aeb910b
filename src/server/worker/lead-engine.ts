import { acquireLeadership } from "../db/leadership";
import { startListener } from "../db/listener";
import { forgetEngines } from "./forget-engines";
import { Worker } from "./worker";
import type { WorkerContext } from "./worker-context";

type Connection = Parameters<typeof acquireLeadership>[0]["connection"];

/** Waits to be the one worker of this engine, then works until that is lost or `signal` says to stop. */
export async function leadEngine(
  context: WorkerContext,
  connection: Connection,
  signal: AbortSignal,
): Promise<void> {
  const { engine, logger } = context;
  const lost = new AbortController();
  const leading = AbortSignal.any([lost.signal, signal]);
  const leadership = await acquireLeadership({
    connection,
    key: `worker:${engine.name}`,
    signal,
    onLost: () => lost.abort(),
  });
  logger.info("leading", { engine: engine.name });
  await forgetEngines(context).catch(() => {});
  const worker = new Worker(context);
  startListener({
    connection,
    channels: ["cosmos_run", "cosmos_activity"],
    signal: leading,
    onConnect: () => void worker.lookAtAll().catch(() => {}),
    onNotify: (channel, payload) => {
      const [id = "", status = "", cancel] = payload.split(":");
      if (channel === "cosmos_run") worker.onRunChanged(id, status, cancel === "1");
      else if (payload !== "observations") void worker.lookAtAll().catch(() => {});
    },
  });
  await worker.run(leading);
  await leadership.release();
  if (!signal.aborted) logger.warn("leadership lost", { engine: engine.name });
}
