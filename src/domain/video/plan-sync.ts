/** Less than a picture at 24 per second: nobody sees it. */
const UNSEEN_SECONDS = 0.02;
/** More than this is not caught up by playing a little faster. */
const JUMP_SECONDS = 0.25;
/** What players round when they are told where to stand. */
const STILL_SECONDS = 0.002;
const NUDGE = 0.08;

export interface Moments {
  /** Where the leading video stands, in seconds. */
  leader: number;
  follower: number;
  /** Length of the following video, in seconds. */
  length: number;
  /** Speed of the leading video. */
  rate: number;
  playing: boolean;
}

export interface SyncStep {
  /** Where the follower must jump, in seconds; null when it may play on. */
  seek: number | null;
  /** How fast the follower shall play. */
  rate: number;
}

/**
 * What brings a following video to the moment of the leading one: a jump when it stands or is far
 * off, else a slightly other speed, as a jump while playing stutters. A shorter one waits at its end.
 */
export function planSync({ leader, follower, length, rate, playing }: Moments): SyncStep {
  const target = Math.min(leader, length);
  const ahead = follower - target;
  const off = Math.abs(ahead);
  const tolerated = playing ? JUMP_SECONDS * Math.max(1, rate) : STILL_SECONDS;
  if (off > tolerated) return { seek: target, rate };
  if (!playing || off < UNSEEN_SECONDS) return { seek: null, rate };
  return { seek: null, rate: rate * (ahead > 0 ? 1 - NUDGE : 1 + NUDGE) };
}
