const ENDPOINT = "/api/uploads";
/** Small enough that a slow line sends one within the time that a server waits for a request. */
const CHUNK_BYTES = 8 << 20;
const RETRY_MS = [500, 1000, 2000, 4000, 8000, 15_000, 30_000, 30_000];
const FULL_DISK = 507;

/** A file on its way; it goes on where it stopped. */
export interface Sending {
  pause: () => void;
  resume: () => void;
  /** Stops it and takes back what has arrived. */
  remove: () => void;
}

export interface SendingEvents {
  onProgress: (sent: number) => void;
  onPlace: (upload_id: string) => void;
  onSent: () => void;
  onFailed: (sentence: string) => void;
}

/**
 * Begins to send. What was sent of the same file before, by `key`, even before a reload, is not
 * sent again.
 */
export async function openSending(
  { key, content }: { key: string; content: Blob },
  events: SendingEvents,
): Promise<Sending> {
  const { Upload, DetailedError } = await import("tus-js-client");
  const statusOf = (error: unknown) =>
    error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
  const upload = new Upload(content, {
    endpoint: ENDPOINT,
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRY_MS,
    fingerprint: () => Promise.resolve(key),
    onProgress: events.onProgress,
    onUploadUrlAvailable: () => events.onPlace(upload.url?.split("/").at(-1) ?? ""),
    onSuccess: events.onSent,
    onShouldRetry: (error) => mayPass(statusOf(error)),
    onError: (error) => {
      const said =
        error instanceof DetailedError && !mayPass(statusOf(error))
          ? error.originalResponse?.getBody().trim()
          : undefined;
      events.onFailed(said || "The server was lost. What has arrived is kept: try again.");
    },
  });
  const [before] = await upload.findPreviousUploads();
  if (before) upload.resumeFromPreviousUpload(before);
  upload.start();
  return {
    pause: () => void upload.abort(),
    resume: () => upload.start(),
    remove: () => void upload.abort(true).catch(() => undefined),
  };
}

/** Whether the same request may succeed a moment later: no answer, too slow a line, a lock, a server in trouble. */
function mayPass(status: number): boolean {
  if (status === FULL_DISK) return false;
  return status < 400 || status >= 500 || [408, 409, 423].includes(status);
}

/** Forgets that a file was sent: an input was made of it, so that the server has it no more. */
export async function forgetSent(keys: readonly string[]): Promise<void> {
  const { defaultOptions } = await import("tus-js-client");
  const { urlStorage } = defaultOptions;
  for (const key of keys) {
    const known = (await urlStorage?.findUploadsByFingerprint(key)) ?? [];
    for (const { urlStorageKey } of known) await urlStorage?.removeUpload(urlStorageKey);
  }
}
