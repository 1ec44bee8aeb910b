"use server";
import { refresh } from "next/cache";
import type { FormState } from "@/components/forms/form-state";
import { pauseQueue } from "@/server/activity/switch-queue";
import { getServiceContext } from "../service-context";
import { explainRefusal } from "./explain-refusal";

export async function pauseQueueAction(): Promise<FormState> {
  try {
    await pauseQueue(await getServiceContext());
  } catch (error) {
    return { error: explainRefusal(error) };
  }
  refresh();
  return {};
}
