"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Problem } from "@/components/layout/problem";
import { buttonVariants } from "@/components/ui/button-variants";

const LOOK_MS = 5000;

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** Asks the server what ails it, and shows the page again as soon as a server that was gone is back. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter();
  const [healthy, setHealthy] = useState<boolean | null>(null);
  const [retrying, startRetry] = useTransition();
  const retry = () =>
    startRetry(() => {
      router.refresh();
      reset();
    });
  const retryOnReturn = useRef(retry);
  useEffect(() => {
    retryOnReturn.current = retry;
  });
  useEffect(() => {
    let wasGone = false;
    const look = async () => {
      const answer = await fetch("/api/health").catch(() => null);
      const ok = answer?.ok ?? false;
      if (ok && wasGone) retryOnReturn.current();
      wasGone = !ok;
      setHealthy(ok);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <Problem
      title="This page could not be shown"
      actions={
        <button
          type="button"
          onClick={retry}
          disabled={retrying}
          className={buttonVariants({ variant: "primary" })}
        >
          Try again
        </button>
      }
    >
      <p>
        {healthy === false
          ? "The server or its database does not answer at the moment. Runs that are under way go on without it. The page comes back by itself."
          : "The server met an error that nobody foresaw. Try again; if it stays, the server's log says what happened."}
      </p>
      {error.digest && <p className="font-mono text-xs">Reference {error.digest}</p>}
    </Problem>
  );
}
