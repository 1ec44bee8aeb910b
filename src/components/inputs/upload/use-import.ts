"use client";
import { TRPCClientError } from "@trpc/client";
import { useState } from "react";
import { newId } from "@/domain/new-id";
import { api } from "@/trpc/api";
import { trpc } from "@/trpc/react";
import type { UploadItem } from "./upload-item";

const LOOK_EVERY_MS = 500;

interface Wish {
  name: string;
  items: readonly UploadItem[];
  allow_differences: boolean;
}

/** Makes an input of what was uploaded; `make` answers whether it did. */
export function useImport() {
  const [import_id, setImportId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { data: progress } = trpc.inputs.progress.useQuery(
    { import_id: import_id ?? "" },
    { enabled: import_id !== null, refetchInterval: LOOK_EVERY_MS, retry: false },
  );
  const make = async ({ name, items, allow_differences }: Wish): Promise<boolean> => {
    const id = newId();
    setImportId(id);
    setProblem(null);
    try {
      const files = items.flatMap(toFile);
      await api.inputs.create.mutate({ name, files, allow_differences, import_id: id });
      return true;
    } catch (error) {
      setProblem(sentenceOf(error));
      setImportId(null);
      return false;
    }
  };
  return { make, problem, busy: import_id !== null, progress: import_id ? progress : null };
}

function toFile({ kind, file_name, upload_id, sequence }: UploadItem) {
  if (!kind || !upload_id) return [];
  return [{ kind, file_name, upload_id, ...(sequence && { sequence }) }];
}

function sentenceOf(error: unknown): string {
  if (error instanceof TRPCClientError && error.data) return error.message;
  return "The connection was lost. The server may still be at it: look at the list of inputs before you try again.";
}
