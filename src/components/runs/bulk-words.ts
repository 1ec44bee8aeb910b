import { Maximize2, RotateCcw, Square, Star, Trash2 } from "lucide-react";
import type { BulkAction } from "@/domain/bulk/bulk-action";

interface BulkWords {
  verb: string;
  icon: typeof Star;
  /** After the number of runs: `12 runs are retried`. */
  outcome: string;
  /** Said before it is done. */
  warning?: string;
}

/** How each action is called. */
export const bulkWords: Record<BulkAction, BulkWords> = {
  cancel: { verb: "Cancel", icon: Square, outcome: "asked to stop" },
  retry: {
    verb: "Retry",
    icon: RotateCcw,
    outcome: "retried",
    warning: "Each is done again as a new run with the same settings.",
  },
  upscale: {
    verb: "Upscale",
    icon: Maximize2,
    outcome: "upscaled",
    warning: "Each gets a new upscale run with the default weight.",
  },
  rate: { verb: "Rate", icon: Star, outcome: "rated" },
  delete: {
    verb: "Delete",
    icon: Trash2,
    outcome: "deleted",
    warning: "Rows, logs and files are removed for good. Prompts and inputs stay.",
  },
};
