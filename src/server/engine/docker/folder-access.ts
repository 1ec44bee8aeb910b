import type { MountSettings } from "dockerode";
import type { ContainerSpec } from "../engine";

/** A container as its labels tell, for reaching its folders. */
export interface Placed {
  id: string;
  labels: Readonly<Record<string, string>>;
}

/**
 * How a run's folder and its container come together: as bind mounts where the engine's host sees our
 * data folder, through the engine's archive endpoints where it does not.
 */
export interface FolderAccess {
  readonly kind: "shared" | "archive";
  /** Mounts of the job's folders, of the entry and of our programs. */
  mounts(spec: ContainerSpec): MountSettings[];
  /** Labels by which a later engine object finds the gate again. */
  labels(spec: ContainerSpec): Record<string, string>;
  /** Makes ready what must be there before the container is made. */
  prepare(spec: ContainerSpec): Promise<void>;
  /** Puts into a container that was just made what must be there before it starts. */
  fill(id: string, spec: ContainerSpec): Promise<void>;
  /** When the program began; null when it has not. */
  begunAt(container: Placed): Promise<Date | null>;
  /** Opens the gate; `isWaiting` tells whether someone still waits behind it. */
  openGate(container: Placed, isWaiting: () => Promise<boolean>): Promise<void>;
  /** Calls `onBegun` once when the program of a waiting container begins. A hint. */
  watchGate(container: Placed, onBegun: () => void, signal: AbortSignal): void;
  /** Brings log and, of an ended container, outputs into `folder`, in files of our own user. */
  collect(container: Placed & { image: string; ended: boolean }, folder: string): Promise<void>;
  /** The engine no longer has the container: says in the log in `folder` what may be missing of it. */
  gone(folder: string): Promise<void>;
  /** Keeps the log in `folder` current until the container ends. */
  followLog(container: Placed, folder: string, signal: AbortSignal): void;
}
