"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { Problem } from "@/components/layout/problem";

const RETRY_MS = 5000;

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** Asks the server what ails it, and looks again by itself. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter();
  const [healthy, setHealthy] = useState<boolean | null>(null);
  const [retrying, startRetry] = useTransition();
  const retry = () =>
    startRetry(() => {
      router.refresh();
      reset();
    });
  useEffect(() => {
    const look = () =>
      fetch("/api/health")
        .then((answer) => setHealthy(answer.ok))
        .catch(() => setHealthy(false));
    void look();
    const timer = setInterval(look, RETRY_MS);
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
          className="h-8 rounded-md bg-primary px-3 font-medium text-on-primary text-sm"
        >
          Try again
        </button>
      }
    >
      <p>
        {healthy === false
          ? "The server or its database does not answer at the moment. Runs that are under way go on without it."
          : "The server met an error that nobody foresaw. Try again; if it stays, the server's log says what happened."}
      </p>
      {error.digest && <p className="font-mono text-xs">Reference {error.digest}</p>}
    </Problem>
  );
}
