"use client";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import type { Foresight } from "@/domain/foresight";
import type { ModelType } from "@/domain/operations/registry";
import { trpc } from "@/trpc/react";
import { useDebounced } from "../commands/use-debounced";
import type { ConfigField } from "./config-field";
import type { ConfigTexts } from "./config-texts";
import { readConfig } from "./read-config";

const REST_MS = 350;

interface Planned {
  type: ModelType;
  fields: readonly ConfigField[];
  texts: ConfigTexts;
  prompt_ids: readonly string[];
  then: readonly string[];
  parent_run_id?: string | undefined;
  /** What the server foresaw for the form as it was rendered. */
  initial: Foresight;
}

interface Foreseen {
  foresight: Foresight;
  /** It tells of what the form held a moment ago. */
  waiting: boolean;
  problem: string | null;
}

/** What would come of sending the form as it is now. */
export function useForesight(planned: Planned): Foreseen {
  const { type, fields, texts, prompt_ids, then, parent_run_id, initial } = planned;
  // Texts change neither size nor time, and may be too long for an address.
  const telling = fields.filter(({ kind }) => kind !== "text");
  const config = readConfig(telling, { get: (name) => texts[name] || null });
  const wish = JSON.stringify({
    model_type: type,
    execution_config: { ...config, ...(parent_run_id && { parent_run_id }) },
    prompt_ids,
    then,
  });
  const [rendered] = useState(wish);
  const rested = useDebounced(wish, REST_MS);
  const input = JSON.parse(rested) as Parameters<typeof trpc.runs.foresee.useQuery>[0];
  const enabled = rested !== rendered;
  const { data, error, isFetching } = trpc.runs.foresee.useQuery(input, {
    enabled,
    retry: false,
    placeholderData: keepPreviousData,
  });
  return {
    foresight: (enabled && data) || initial,
    waiting: rested !== wish || isFetching,
    problem: enabled && error ? "What to expect is not known: the server did not answer." : null,
  };
}
