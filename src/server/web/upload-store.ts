import { join } from "node:path";
import { FileStore } from "@tus/file-store";
import type { Upload } from "@tus/server";
import { uploadsFolder } from "@/domain/inputs/upload";
import { limitTo } from "@/domain/limit-to";
import { checkRoom } from "./check-room";
import { countPromised } from "./count-promised";

/** Files of uploads in the data folder, none of which is announced without room for all of them. */
export class UploadStore extends FileStore {
  /** One at a time: an announcement counts from when its note is written. */
  readonly #inTurn = limitTo(1);

  constructor(private readonly dataDir: string) {
    super({ directory: join(dataDir, uploadsFolder) });
  }

  /** @throws UploadRefusal with 507 */
  override create(upload: Upload): Promise<Upload> {
    return this.#inTurn(async () => {
      const promised = await countPromised(this.directory);
      await checkRoom(this.dataDir, { bytes: upload.size ?? 0, promised });
      return super.create(upload);
    });
  }
}
