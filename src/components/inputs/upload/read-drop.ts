import type { LocalFile } from "./upload-item";

/** The files that were dropped, those in folders too. */
export async function readDrop(transfer: DataTransfer): Promise<LocalFile[]> {
  // Entries are gone once the event is over, so all are taken before the first wait.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const files = await Promise.all(entries.map((entry) => (entry ? readEntry(entry, "") : [])));
  return files.flat();
}

/** The files that a picker gave; of a folder, with the path below it. */
export function readPicked(list: FileList): LocalFile[] {
  return [...list].map((file) => {
    const folder = file.webkitRelativePath.split("/").slice(0, -1).join("/");
    return { name: file.name, folder, file };
  });
}

async function readEntry(entry: FileSystemEntry, folder: string): Promise<LocalFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ name: file.name, folder, file }];
  }
  const below = folder ? `${folder}/${entry.name}` : entry.name;
  const entries = await readAll((entry as FileSystemDirectoryEntry).createReader());
  return (await Promise.all(entries.map((each) => readEntry(each, below)))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** A reader gives a hundred entries at a time, and none at the end. */
async function readAll(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const read = () =>
    new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
  const all: FileSystemEntry[] = [];
  for (let some = await read(); some.length > 0; some = await read()) all.push(...some);
  return all;
}
