"use server";
import { refresh } from "next/cache";
import type { FormState } from "@/components/forms/form-state";
import { drainEngine, undrainEngine } from "@/server/activity/drain-engine";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";

/** Drains the engine `name`, or undrains it when `undrain` is given. */
export async function drainEngineAction(_state: FormState, form: FormData): Promise<FormState> {
  const act = form.has("undrain") ? undrainEngine : drainEngine;
  try {
    await act(await getServiceContext(), { name: String(form.get("name")) });
  } catch (error) {
    return { error: explainRefusal(error) };
  }
  refresh();
  return {};
}
