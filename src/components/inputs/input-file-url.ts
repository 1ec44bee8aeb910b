/** Address of an input video from its path relative to the data folder: `inputs/<name>/color.mp4`. */
export function inputFileUrl(path: string): string {
  return `/api/${path.split("/").map(encodeURIComponent).join("/")}`;
}
