import { openAsBlob } from "node:fs";

const tus = { "tus-resumable": "1.0.0" };

/** Announces an upload; returns the answer, whose `location` is where its bytes go. */
export function announce(url: string, bytes: number): Promise<Response> {
  return fetch(`${url}/api/uploads`, {
    method: "POST",
    headers: { ...tus, "upload-length": String(bytes) },
  });
}

/** Sends bytes from an offset on. */
export function sendFrom(address: string, offset: number, body: Blob): Promise<Response> {
  const type = "application/offset+octet-stream";
  return fetch(address, {
    method: "PATCH",
    headers: { ...tus, "upload-offset": String(offset), "content-type": type },
    body,
  });
}

/** How many bytes have arrived; null when the server knows of no such upload. */
export async function arrived(address: string): Promise<number | null> {
  const answer = await fetch(address, { method: "HEAD", headers: tus });
  return answer.ok ? Number(answer.headers.get("upload-offset")) : null;
}

/** Takes an upload back. */
export function takeBack(address: string): Promise<Response> {
  return fetch(address, { method: "DELETE", headers: tus });
}

/** Uploads a whole file, or what is given; returns its id. */
export async function upload(url: string, content: string | Blob): Promise<string> {
  const body = typeof content === "string" ? await openAsBlob(content) : content;
  const location = (await announce(url, body.size)).headers.get("location") ?? "";
  await sendFrom(url + location, 0, body);
  return location.split("/").at(-1) ?? "";
}
