/** Bytes as people read them in answers to uploads. */
export const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
