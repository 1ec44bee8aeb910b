import { createTRPCReact } from "@trpc/react-query";
import type { AppRouter } from "@/server/api/root";

/** Typed hooks for everything the server offers. */
export const trpc = createTRPCReact<AppRouter>();
