/** Classes shared by text inputs, text areas and selects. */
export const fieldStyles =
  "block w-full rounded-md border border-control bg-surface px-2.5 text-sm placeholder:text-muted aria-invalid:border-danger";
