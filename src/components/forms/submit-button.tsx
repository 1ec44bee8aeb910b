import type { VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { buttonVariants } from "../ui/button-variants";

interface SubmitButtonProps
  extends Omit<ComponentProps<"button">, "type" | "disabled">,
    VariantProps<typeof buttonVariants> {
  pending?: boolean;
}

/**
 * Sends its form. While the answer is awaited it keeps the focus and `useFormAction` ignores it.
 * Plain HTML, so that pages that only need this load nothing more.
 */
export function SubmitButton({ pending, variant, size, className, ...props }: SubmitButtonProps) {
  return (
    <button
      data-slot="button"
      type="submit"
      aria-disabled={pending}
      className={`${buttonVariants({ variant, size })} ${className ?? ""}`}
      {...props}
    />
  );
}
