/** Ids of uploads: as `newId` makes them, so that they are safe as file names. */
export const uploadIdPattern = /^[0-9a-z]{12}$/;

/** Folder of files that are on their way in, relative to the data folder. */
export const uploadsFolder = "uploads";

/** Whoever leaves an upload lying for so long does not come back for it. */
export const UPLOAD_LIFE_MS = 24 * 3_600_000;

/** The largest file that is taken. */
export const UPLOAD_BYTES_MAX = 64e9;

/** What must stay free on the disk beside an upload, for runs and their logs. */
export const SPARE_BYTES = 1e9;

/** Frames that a sequence may have, as many as models read. */
export const SEQUENCE_FRAMES_MAX = 5000;
