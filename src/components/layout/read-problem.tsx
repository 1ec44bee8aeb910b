import { buttonVariants } from "../ui/button-variants";
import { Problem } from "./problem";

interface ReadProblemProps {
  /** What the page would have shown: `runs`, `prompt`. */
  what: string;
  children: string;
}

/** A page whose data could not be read now. Trying again needs no scripts. */
export function ReadProblem({ what, children }: ReadProblemProps) {
  return (
    <Problem
      title={`The ${what} can't be shown now`}
      actions={
        <a href="" className={buttonVariants({ variant: "primary" })}>
          Try again
        </a>
      }
    >
      <p>{children}</p>
    </Problem>
  );
}
