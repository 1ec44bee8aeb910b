"use client";
import { ArrowDownToLine, Download } from "lucide-react";
import { useRef } from "react";
import { Button } from "../ui/button";
import { buttonVariants } from "../ui/button-variants";
import { Card } from "../ui/card";
import { CopyLineLink } from "./copy-line-link";
import { LogExtent } from "./log-extent";
import { LogLines } from "./log-lines";
import { LogTools } from "./log-tools";
import { describeStill, type StillLog } from "./still-log";
import { useLineAddress } from "./use-line-address";
import { useLogView } from "./use-log-view";
import { logUrl, type RunLog as RunLogState, useRunLog } from "./use-run-log";

interface RunLogProps {
  run_id: string;
  /** Its last lines, shown until it is followed. */
  still: StillLog;
}

/** A run's log as it is written: of any length, searched, filtered, linked by line. */
export function RunLog({ run_id, still }: RunLogProps) {
  const read = useRunLog(run_id, still);
  const { text: log, version, load } = read;
  const view = useLogView({ log, version });
  const search = useRef<HTMLInputElement>(null);
  const card = useRef<HTMLElement>(null);
  const { matches } = view.found;
  const { current, search: compiled } = view;

  const choose = (number: number) => {
    window.history.replaceState(null, "", `#L${number}`);
    view.goTo(number - 1);
  };
  useLineAddress(log !== undefined, (number) => {
    card.current?.scrollIntoView({ block: "nearest" });
    view.goTo(Math.min(number, log?.count ?? number) - 1);
  });
  return (
    <Card
      ref={card}
      title="Log"
      aside={
        <div className="flex flex-wrap items-center justify-end gap-x-2">
          <span role="status" className="text-muted text-xs">
            {describe(read, still)}
          </span>
          {current !== null && <CopyLineLink key={current} number={current + 1} />}
          {!view.following && (
            <Button size="sm" variant="ghost" onClick={view.follow}>
              <ArrowDownToLine aria-hidden />
              Jump to end
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
      <LogTools
        input={search}
        wish={view.wish}
        onWish={view.setWish}
        level={view.level}
        onLevel={view.setLevel}
        counter={
          compiled.pattern && {
            at: current === null ? 0 : matches.indexOf(current) + 1,
            of: matches.length,
          }
        }
        problem={compiled.problem}
        onStep={view.step}
      />
      {log && (
        <LogExtent
          loaded={log.loaded}
          count={log.count}
          narrowed={compiled.pattern !== null || view.found.listed !== null}
          window={view.window}
          problem={read.problem}
          onLoad={() => load(0, log.count)}
          onShowFrom={view.showFrom}
        />
      )}
      <LogLines
        log={log}
        still={still}
        version={version}
        count={view.count}
        lineAt={view.lineAt}
        pattern={compiled.pattern}
        current={current}
        target={view.target}
        following={view.following}
        onFollowing={view.setFollowing}
        onChoose={choose}
        onSearch={() => search.current?.focus()}
        load={load}
      />
    </Card>
  );
}

function describe({ state, sealed, text }: RunLogState, still: StillLog): string {
  if (state === "reconnecting") return "Reconnecting";
  if (!text) return describeStill(still);
  if (sealed && text.count === 0) return "Nothing was written";
  const count = `${text.count.toLocaleString("en")} ${text.count === 1 ? "line" : "lines"}`;
  return sealed ? count : `${count}, following`;
}
