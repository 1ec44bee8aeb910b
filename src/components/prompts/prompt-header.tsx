import { Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { promptKind } from "@/domain/prompt-kind";
import type { PromptRecord } from "@/domain/records";
import { TimeAgo } from "../format/time-ago";
import { PageHeader } from "../layout/page-header";
import { buttonVariants } from "../ui/button-variants";
import { KindBadge } from "./kind-badge";
import { type PromptView, promptAddress } from "./prompt-address";

/** What a prompt is, and what can be done with it. */
export function PromptHeader({ prompt, view }: { prompt: PromptRecord; view: PromptView }) {
  return (
    <PageHeader
      above={
        <Link href="/prompts" prefetch={false} className="hover:text-foreground">
          Prompts
        </Link>
      }
      title={prompt.name}
      below={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <KindBadge kind={promptKind(prompt)} />
          <span className="font-mono text-xs">{prompt.id}</span>
          <TimeAgo at={prompt.created_at} />
          {prompt.enhanced_by_run_id && (
            <Link
              href={`/runs/${prompt.enhanced_by_run_id}`}
              prefetch={false}
              className="underline decoration-line underline-offset-2 hover:text-foreground"
            >
              by run {prompt.enhanced_by_run_id.slice(0, 8)}
            </Link>
          )}
        </span>
      }
      actions={
        <>
          <Link
            href={`${promptAddress(prompt.id, { ...view, edit: "version" })}#edit`}
            prefetch={false}
            className={buttonVariants()}
          >
            <Pencil aria-hidden />
            Edit as new version
          </Link>
          <Link
            href={promptAddress(prompt.id, { ...view, confirm: "delete" })}
            prefetch={false}
            scroll={false}
            className={buttonVariants({ variant: "danger" })}
          >
            <Trash2 aria-hidden />
            Delete
          </Link>
        </>
      }
    />
  );
}
