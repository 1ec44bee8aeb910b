"use client";
import { api } from "@/trpc/api";
import { useQuery } from "@/trpc/use-query";
import { useDebounced } from "./use-debounced";

const REST_MS = 180;
const SHORTEST = 2;
const LIMIT = 6;

/** Runs and prompts whose id begins with the text, or whose name or words have it. */
export function useFound(search: string) {
  const text = useDebounced(search.trim(), REST_MS);
  const asked = text.length >= SHORTEST;
  const input = { search: text, limit: LIMIT };
  const options = { enabled: asked, keep: true };
  const runs = useQuery(api.runs.list, input, options);
  const prompts = useQuery(api.prompts.list, input, options);
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
