import { readdir } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { ServiceContext } from "@/server/context";
import { createInput, CreateInputInput } from "@/server/inputs/create-input";
import { createWebServer } from "@/server/web/create-web-server";
import { createTestDatabase } from "../harness/database";

export interface UploadStage {
  /** Address of the web server. */
  url: string;
  ctx: ServiceContext;
  create(input: CreateInputInput): ReturnType<typeof createInput>;
  /** Names in a folder of the data folder, hidden ones included. */
  list(folder: string): Promise<string[]>;
  remove(): Promise<void>;
}

/** The real web server and a database over one data folder, with a stand-in for Next. */
export async function openUploadStage(): Promise<UploadStage> {
  const database = await createTestDatabase();
  const { dataDir } = database.env;
  const server = createWebServer({
    dataDir,
    host: "127.0.0.1",
    dev: false,
    handlePage: async (_request, response) => {
      response.end("a page");
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const ctx = { db: database.db, env: database.env, actor: "api" };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ctx,
    create: (input) => createInput(ctx, CreateInputInput.parse(input)),
    list: async (folder) => (await readdir(join(dataDir, folder)).catch(() => [])).sort(),
    remove: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await database.drop();
    },
  };
}
