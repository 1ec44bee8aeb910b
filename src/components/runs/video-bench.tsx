"use client";
import { useRef, useState, useSyncExternalStore } from "react";
import { BenchKeys } from "./bench-keys";
import { type BenchMode, benchModes } from "./bench-modes";
import { BenchStage } from "./bench-stage";
import { BenchTransport } from "./bench-transport";
import { BenchViews } from "./bench-views";
import { useFollower } from "./use-follower";
import { usePlayback } from "./use-playback";
import { frameRateOf, type VideoSource } from "./video-source";
import { WipeDivider } from "./wipe-divider";

interface VideoBenchProps {
  result: VideoSource;
  /** What it is compared with. */
  other: VideoSource | null;
  /** How both are shown at first. */
  view: BenchMode;
}

/** A run's video by picture and moment, alone or against another one. */
export function VideoBench({ result, other, view }: VideoBenchProps) {
  const plain = useSyncExternalStore(never, scripted, unscripted);
  const [wanted, setWanted] = useState<BenchMode>(view);
  const [split, setSplit] = useState(50);
  const resultRef = useRef<HTMLVideoElement>(null);
  const otherRef = useRef<HTMLVideoElement>(null);
  const frameRate = frameRateOf(result);
  const [playback, controls] = usePlayback(resultRef, frameRate);
  // Without scripts nothing holds the two together in one frame.
  const asked = plain && benchModes[wanted].overlaid ? "side" : wanted;
  const mode = other ? asked : "single";
  useFollower({ leader: resultRef, follower: otherRef, active: mode !== "single" });
  const show = (next: BenchMode) => {
    setWanted(next);
    const url = new URL(window.location.href);
    url.searchParams.set("view", next);
    window.history.replaceState(null, "", url);
  };
  return (
    <BenchKeys controls={controls} rate={playback.rate}>
      {other && <BenchViews mode={mode} onShow={show} />}
      <BenchStage
        mode={mode}
        result={result}
        other={other}
        resultRef={resultRef}
        otherRef={otherRef}
        split={split}
        plain={plain}
        onClick={controls.toggle}
      >
        {mode === "wipe" && <WipeDivider percent={split} onMove={setSplit} />}
      </BenchStage>
      <BenchTransport playback={playback} controls={controls} frameRate={frameRate} />
    </BenchKeys>
  );
}

const never = () => () => undefined;
const scripted = () => false;
const unscripted = () => true;
