"use client";
import { type RefObject, useRef, useSyncExternalStore } from "react";
import { BenchKeys } from "../runs/bench-keys";
import { BenchTransport } from "../runs/bench-transport";
import { useFollower } from "../runs/use-follower";
import { usePlayback } from "../runs/use-playback";
import { frameRateOf } from "../runs/video-source";
import type { InputVideo } from "./to-input-videos";
import { VideoTile } from "./video-tile";

/** Every video of an input, all at the same moment: the first one leads. */
export function SyncedVideos({ videos }: { videos: readonly InputVideo[] }) {
  const plain = useSyncExternalStore(never, scripted, unscripted);
  const leader = useRef<HTMLVideoElement>(null);
  const [first, ...others] = videos;
  const frameRate = first ? frameRateOf(first.video) : null;
  const [playback, controls] = usePlayback(leader, frameRate);
  if (!first) return null;
  return (
    <BenchKeys controls={controls} rate={playback.rate}>
      <ul className={`grid gap-3 ${columns[Math.min(videos.length, 3)]}`}>
        <li className="min-w-0 max-sm:col-span-full">
          <VideoTile ref={leader} input={first} plain={plain} onClick={controls.toggle} />
        </li>
        {others.map((other) => (
          <li key={other.file} className="min-w-0">
            <FollowingVideo input={other} leader={leader} plain={plain} onClick={controls.toggle} />
          </li>
        ))}
      </ul>
      <BenchTransport playback={playback} controls={controls} frameRate={frameRate} />
    </BenchKeys>
  );
}

/** A lone video is not blown up to the width of the page; on phones the others are small. */
const columns: Record<number, string> = {
  1: "max-w-3xl grid-cols-1",
  2: "grid-cols-1 sm:grid-cols-2",
  3: "grid-cols-2 xl:grid-cols-3",
};

interface FollowingVideoProps {
  input: InputVideo;
  leader: RefObject<HTMLVideoElement | null>;
  plain: boolean;
  onClick: () => void;
}

function FollowingVideo({ leader, ...tile }: FollowingVideoProps) {
  const follower = useRef<HTMLVideoElement>(null);
  useFollower({ leader, follower, active: true });
  return <VideoTile ref={follower} {...tile} />;
}

const never = () => () => undefined;
const scripted = () => false;
const unscripted = () => true;
