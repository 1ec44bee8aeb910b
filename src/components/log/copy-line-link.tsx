"use client";
import { Link2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button";

const words = {
  ready: "Copy link to line",
  copied: "Copied link to line",
  refused: "Copy the address above for line",
};

/** Copies the address of a line, counted from 1. */
export function CopyLineLink({ number }: { number: number }) {
  const [state, setState] = useState<keyof typeof words>("ready");
  const copy = async () => {
    const url = new URL(window.location.href);
    url.hash = `L${number}`;
    try {
      // Browsers offer this to secure pages only.
      await navigator.clipboard.writeText(url.href);
      setState("copied");
    } catch {
      setState("refused");
    }
  };
  const text = `${words[state]} ${number}`;
  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => void copy()}>
        <Link2 aria-hidden />
        {text}
      </Button>
      <span role="status" className="sr-only">
        {state === "ready" ? "" : text}
      </span>
    </>
  );
}
