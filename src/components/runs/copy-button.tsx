"use client";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { copyText } from "../commands/copy-text";
import { Button } from "../ui/button";

interface CopyButtonProps {
  text: string;
  /** What is copied, as "Copy as JSON". */
  children: string;
}

const outcomes = { ready: "", copied: "Copied", refused: "The browser refused to copy" };

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, children }: CopyButtonProps) {
  const [state, setState] = useState<keyof typeof outcomes>("ready");
  const copy = async () => setState((await copyText(text)) ? "copied" : "refused");
  const Icon = state === "copied" ? Check : Copy;
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        onClick={() => void copy()}
        className="noscript:hidden max-md:h-10"
      >
        <Icon aria-hidden />
        {outcomes[state] || children}
      </Button>
      <span role="status" className="sr-only">
        {outcomes[state]}
      </span>
    </>
  );
}
