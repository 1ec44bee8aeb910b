"use client";
import { keepPreviousData } from "@tanstack/react-query";
import { trpc } from "@/trpc/react";
import { useDebounced } from "./use-debounced";

const REST_MS = 180;
const SHORTEST = 2;
const LIMIT = 6;

/** Runs and prompts whose id begins with the text, or whose name or words have it. */
export function useFound(search: string) {
  const text = useDebounced(search.trim(), REST_MS);
  const asked = text.length >= SHORTEST;
  const input = { search: text, limit: LIMIT };
  const options = { enabled: asked, retry: false, placeholderData: keepPreviousData } as const;
  const runs = trpc.runs.list.useQuery(input, options);
  const prompts = trpc.prompts.list.useQuery(input, options);
  const waits = search.trim().length >= SHORTEST && search.trim() !== text;
  const error = asked ? (runs.error ?? prompts.error) : null;
  return {
    runs: asked ? (runs.data?.items ?? []) : [],
    prompts: asked ? (prompts.data?.items ?? []) : [],
    /** What is shown answers an earlier text, or nothing yet. */
    searching: waits || runs.isFetching || prompts.isFetching,
    /** Why they can't be searched; null when they can. */
    problem: error && (error.data ? error.message : "The server does not answer."),
  };
}
