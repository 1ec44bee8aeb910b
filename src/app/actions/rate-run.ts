"use server";
import { refresh } from "next/cache";
import type { FormState } from "@/components/forms/form-state";
import { rateRun } from "@/server/runs/rate-run";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";

/** Rates the run `id` with `rating`, 1 to 5; 0 takes the rating back. */
export async function rateRunAction(_state: FormState, form: FormData): Promise<FormState> {
  const rating = Number(form.get("rating"));
  if (!Number.isInteger(rating) || rating < 0 || rating > 5) return { error: "Rate from 1 to 5." };
  try {
    await rateRun(await getServiceContext(), {
      id: String(form.get("id")),
      rating: rating || null,
    });
  } catch (error) {
    return { error: explainRefusal(error) };
  }
  refresh();
  return {};
}
