"use client";
import { Problem } from "@/components/layout/problem";
import { buttonVariants } from "@/components/ui/button-variants";
import "./globals.css";

/** Stands in for everything, also the navigation, where that could not be shown. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>Cosmos</title>
        <main className="px-4">
          <Problem
            title="Cosmos could not be shown"
            actions={
              <a href="" className={buttonVariants({ variant: "primary" })}>
                Load it again
              </a>
            }
          >
            <p>
              An error that nobody foresaw. Runs that are under way go on; load the page again, and
              look at the server's log if it stays.
            </p>
            {error.digest && <p className="font-mono text-xs">Reference {error.digest}</p>}
          </Problem>
        </main>
      </body>
    </html>
  );
}
