import { VideoOff } from "lucide-react";
import { PreviewVideo } from "../inputs/preview-video";

interface ControlTileProps {
  label: string;
  /** Where its video is from. */
  note: string;
  /** Address of its video; null where there is none to see. */
  src: string | null;
  /** How much it counted, 0..1; null where nothing weighs it. */
  weight: number | null;
}

/** A video that guided a run and its weight, as a bar and a number. */
export function ControlTile({ label, note, src, weight }: ControlTileProps) {
  return (
    <li className="min-w-0 overflow-hidden rounded-md border border-line">
      {src ? (
        <PreviewVideo src={src} label={`${label} video`} />
      ) : (
        <span
          aria-hidden
          className="flex aspect-video w-full items-center justify-center bg-sunken text-muted"
        >
          <VideoOff className="size-4" />
        </span>
      )}
      <div className="space-y-1 px-2.5 py-2">
        <p className="flex items-baseline justify-between gap-2 text-sm">
          <span className="truncate font-medium">{label}</span>
          {weight !== null && (
            <span>
              <span className="sr-only">weight </span>
              {weight}
            </span>
          )}
        </p>
        {weight !== null && (
          <span aria-hidden className="block h-1 rounded-full bg-control/25">
            <span
              className="block h-full rounded-full bg-foreground/75"
              style={{ width: `${weight * 100}%` }}
            />
          </span>
        )}
        <p className="text-muted text-xs">{note}</p>
      </div>
    </li>
  );
}
