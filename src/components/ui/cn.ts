import { type ClassValue, clsx } from "clsx";

/** Joins class names. Nothing is merged: a component and its user must not set the same property. */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
