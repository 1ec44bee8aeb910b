/** Calls `stop` once the process that started this one over IPC is gone, also if it already is. */
export function onSupervisorGone(stop: () => void): void {
  process.on("disconnect", stop);
  // It may have died before anyone could listen for its end.
  if (process.send && !process.connected) stop();
}

/** Tells the supervisor, if there is one, that this process works; `port` is where it listens. */
export function tellSupervisorReady(facts: { port?: number } = {}): void {
  if (process.connected) process.send?.({ ready: true, ...facts });
}
