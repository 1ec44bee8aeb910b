"use client";
import { ArrowDownToLine, Download } from "lucide-react";
import { Button } from "../ui/button";
import { buttonVariants } from "../ui/button-variants";
import { Card } from "../ui/card";
import { LINE_HEIGHT, useLogScroll } from "./use-log-scroll";
import { type FollowedRun, logUrl, type RunLog as RunLogState, useRunLog } from "./use-run-log";

/** A run's log as it is written. Only the lines in sight are in the page. */
export function RunLog({ run_id, begun }: FollowedRun) {
  const log = useRunLog({ run_id, begun });
  const { viewport, from, to, following, follow, onScroll } = useLogScroll(log.lines);
  return (
    <Card
      title="Log"
      aside={
        <div className="flex items-center gap-2">
          <span role="status" className="text-muted text-xs">
            {describe(log)}
          </span>
          {!following && (
            <Button size="sm" variant="ghost" onClick={follow}>
              <ArrowDownToLine aria-hidden />
              To the end
            </Button>
          )}
          <a
            href={`${logUrl(run_id)}?download`}
            download
            className={buttonVariants({ size: "sm", variant: "ghost" })}
          >
            <Download aria-hidden />
            Download
          </a>
        </div>
      }
    >
      <noscript>
        <p className="px-4 py-4 text-sm">
          <a href={logUrl(run_id)} className="underline">
            Read the whole log as text
          </a>
        </p>
      </noscript>
      {log.loadEarlier && (
        <div className="border-line border-b px-3 py-1.5">
          <Button size="sm" variant="ghost" onClick={log.loadEarlier}>
            Load earlier lines
          </Button>
        </div>
      )}
      <div
        ref={viewport}
        onScroll={onScroll}
        role="log"
        aria-live="off"
        aria-label="Log of the run"
        tabIndex={0}
        style={{ height: `min(24rem, ${Math.max(8, log.lines.length) * LINE_HEIGHT + 28}px)` }}
        className="overflow-auto overscroll-contain bg-sunken/50 font-mono text-xs [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div
          className="relative w-max min-w-full"
          style={{ height: log.lines.length * LINE_HEIGHT + 16 }}
        >
          <div className="px-4 pt-2" style={{ transform: `translateY(${from * LINE_HEIGHT}px)` }}>
            {log.lines.slice(from, to).map((line, index) => (
              <div
                key={from + index}
                className="whitespace-pre"
                style={{ height: LINE_HEIGHT, lineHeight: `${LINE_HEIGHT}px` }}
              >
                {line}
              </div>
            ))}
          </div>
        </div>
      </div>
    </Card>
  );
}

function describe({ state, sealed, lines }: RunLogState): string {
  if (state === "reconnecting") return "Reconnecting";
  if (state === "loading") return "Loading";
  if (sealed && lines.length === 0) return "Nothing was written";
  const count = `${lines.length.toLocaleString("en")} ${lines.length === 1 ? "line" : "lines"}`;
  return sealed ? count : `${count}, following`;
}
