import type { RunRecord } from "@/domain/records";
import { CliError, exitCodes } from "./cli-error";
import { keepSubscribed } from "./keep-subscribed";
import type { Session } from "./open-session";
import { isRefusal } from "./is-refusal";
import { createLiveLine } from "./terminal/live-line";
import { type RunTracker, trackRuns } from "./track-runs";
import { describeWaiting } from "./views/describe-waiting";

const refreshMs = 10_000;
const redrawMs = 250;

/**
 * Blocks until every run has ended and returns them as they ended, in the order given. Shows
 * progress on a terminal and outlives restarts of the server. Ctrl-C leaves the runs alone.
 * @throws CliError when interrupted, TRPCClientError when a run is gone or the server stays away
 */
export async function waitForRuns(
  session: Session,
  runs: readonly RunRecord[],
): Promise<RunRecord[]> {
  const tracker = trackRuns(runs);
  if (tracker.open().length === 0) return tracker.all();
  const line = createLiveLine(process.stderr);
  const connection = { lost: false };
  const drawing = setInterval(() => {
    line.show(describeWaiting(tracker.all(), connection.lost));
  }, redrawMs);
  const ending = new AbortController();
  const interrupt = () => ending.abort(interrupted(tracker.open()));
  process.once("SIGINT", interrupt);
  try {
    await follow({ session, tracker, ending, connection });
  } finally {
    clearInterval(drawing);
    process.off("SIGINT", interrupt);
    line.clear();
  }
  if (ending.signal.reason instanceof Error && tracker.open().length > 0)
    throw ending.signal.reason;
  return tracker.all();
}

interface Following {
  session: Session;
  tracker: RunTracker;
  /** Aborted once all have ended, or with the error that ends the waiting. */
  ending: AbortController;
  connection: { lost: boolean };
}

// Events are hints that may be missed while the subscription is down; asking again is the truth.
async function follow({ session, tracker, ending, connection }: Following): Promise<void> {
  const learn = (run: RunRecord) => {
    tracker.learn(run);
    if (tracker.open().length === 0) ending.abort();
  };
  const refresh = () => {
    const answers = tracker
      .open()
      .map(({ id }) => session.client.runs.get.query({ id }).then(learn));
    Promise.all(answers).catch((error: unknown) => isRefusal(error) && ending.abort(error));
  };
  const refreshing = setInterval(refresh, refreshMs);
  const [only, ...others] = tracker.all();
  const filter = only && others.length === 0 ? { run_id: only.id } : {};
  try {
    await keepSubscribed({
      signal: ending.signal,
      onConnected: () => {
        connection.lost = false;
        refresh();
      },
      onLost: () => {
        connection.lost = true;
      },
      open: (handlers) =>
        session.client.activity.watch.subscribe(filter, {
          ...handlers,
          onData: ({ data: event }) => {
            if (event.type === "run") learn(event.run);
            else if (event.type === "run_deleted") refresh();
          },
        }),
    });
  } finally {
    clearInterval(refreshing);
  }
}

function interrupted(open: readonly RunRecord[]): CliError {
  const ids = open.map((run) => run.id).join(" ");
  const subject = open.length === 1 ? `run ${ids} goes on` : `${open.length} runs go on`;
  const message = `stopped waiting; ${subject}. To cancel: cosmos cancel ${ids}`;
  return new CliError(message, exitCodes.interrupted);
}
