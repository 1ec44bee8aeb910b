import { notFound } from "next/navigation";
import { isDatabaseLost } from "@/server/api/trpc";
import type { ServiceContext } from "@/server/context";
import { AppError } from "@/server/errors";
import { getServiceContext } from "./service-context";

export type PageRead<T> = { data: T; problem?: undefined } | { data?: undefined; problem: string };

/**
 * Reads what a page shows. What does not exist becomes the not-found page; what a person can wait
 * for or correct becomes a sentence, which also reaches browsers without scripts.
 */
export async function readForPage<T>(
  read: (ctx: ServiceContext) => Promise<T>,
): Promise<PageRead<T>> {
  try {
    return { data: await read(await getServiceContext()) };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    if (error instanceof AppError) return { problem: error.message };
    if (!isDatabaseLost(error)) throw error;
    return {
      problem:
        "The database does not answer. Runs that are under way go on without it; reload in a moment, and look at the server's log if it stays away.",
    };
  }
}
