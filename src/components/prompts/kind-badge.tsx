"use client";
import { FileText, Pencil } from "lucide-react";
import type { ReactNode } from "react";
import type { ModelType } from "@/domain/operations/registry";
import type { PromptKind } from "@/domain/prompt-kind";
import { OperationIcon } from "../operations/operation-icon";
import { useOperations } from "../operations/operations-context";
import { Badge } from "../ui/badge";

interface Look {
  label: string;
  icon: ReactNode;
  /** The operation whose colour it has. */
  operation?: ModelType;
}

const looks: Record<PromptKind, Look> = {
  original: { label: "Original", icon: <FileText aria-hidden /> },
  enhanced: {
    label: "Enhanced",
    icon: <OperationIcon type="enhance" />,
    operation: "enhance",
  },
  edited: { label: "Edited", icon: <Pencil aria-hidden /> },
};

/** How a prompt came to be: icon, word and, where a model wrote it, the operation's colour. */
export function KindBadge({ kind }: { kind: PromptKind }) {
  const { label, icon, operation } = looks[kind];
  const tone = useOperations().find(({ type }) => type === operation)?.tone;
  return (
    <Badge icon={icon} {...(tone !== undefined && { tone })}>
      {label}
    </Badge>
  );
}
