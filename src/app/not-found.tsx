import Link from "next/link";
import { Problem } from "@/components/layout/problem";
import { buttonVariants } from "@/components/ui/button-variants";

export default function NotFound() {
  return (
    <Problem
      title="There is nothing here"
      actions={
        <>
          <Link href="/runs" prefetch={false} className={buttonVariants()}>
            All runs
          </Link>
          <Link href="/prompts" prefetch={false} className={buttonVariants()}>
            All prompts
          </Link>
        </>
      }
    >
      <p>The run, prompt or input was deleted, or the address has a typing error.</p>
    </Problem>
  );
}
