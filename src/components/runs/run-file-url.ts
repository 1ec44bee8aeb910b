/**
 * Address of a file of a run. `path` is relative to the data folder (`runs/<id>/out/output.mp4`)
 * or to the run's own folder (`manifest.json`).
 */
export function runFileUrl(runId: string, path: string): string {
  const own = path.replace(`runs/${runId}/`, "").replace(/^out\//, "");
  return `/api/runs/${runId}/files/${own.split("/").map(encodeURIComponent).join("/")}`;
}
