"use client";
import { useEffect, useState } from "react";
import { newId } from "@/domain/new-id";

/**
 * Tells one filling-in of a form from the next, so that the server makes nothing twice. `rendered` is
 * for browsers without scripts; with them a form that is shown anew, as after going back, has a key
 * of its own, and one that made something has another (`made`).
 */
export function useFormKey(rendered: string, made?: unknown): string {
  const [key, setKey] = useState(rendered);
  useEffect(() => setKey(newId()), [made]);
  return key;
}
