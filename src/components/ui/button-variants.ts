import { cva } from "class-variance-authority";

/** Classes of a button, for links that look like one too. */
export const buttonVariants = cva("button-base", {
  variants: {
    variant: {
      primary: "bg-primary text-on-primary hover:bg-primary/88",
      outline: "border border-line bg-surface shadow-(--shadow) hover:bg-hover",
      ghost: "text-muted hover:bg-hover hover:text-foreground",
      danger: "border border-line bg-surface text-danger hover:bg-danger/10",
      solidDanger: "bg-danger text-surface hover:bg-danger/88",
    },
    size: {
      sm: "h-7 px-2 text-xs",
      md: "h-8 px-3 text-sm",
      lg: "h-9 px-4 text-sm",
      icon: "size-8",
    },
  },
  defaultVariants: { variant: "outline", size: "md" },
});
