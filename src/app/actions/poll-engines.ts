"use server";
import { refresh } from "next/cache";
import type { FormState } from "@/components/forms/form-state";
import { requestPoll } from "@/server/activity/request-poll";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";

/** Makes the worker look at its engines now. */
export async function pollEnginesAction(): Promise<FormState> {
  try {
    await requestPoll(await getServiceContext());
  } catch (error) {
    return { error: explainRefusal(error) };
  }
  refresh();
  return {};
}
