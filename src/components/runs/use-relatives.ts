"use client";
import { useState } from "react";
import { api } from "@/trpc/api";
import { errorCode } from "@/trpc/error-code";
import { mergeRuns, type RunPatch, type RunPatches } from "../live/merge-runs";
import { tell } from "../notices/tell";
import { pickAncestors, pickDescendants } from "./pick-relatives";
import { type RunRow, toRunRow } from "./run-row";

const picks = { ancestors: pickAncestors, descendants: pickDescendants };

interface Relatives {
  /** Runs that were asked for and are not among those of the page. */
  guests: RunRow[];
  /** How many runs were made from each member of the families that were fetched. */
  totals: Readonly<Record<string, number>>;
  /** Of which runs everything that continues them was asked for. */
  unfolded: ReadonlySet<string>;
  /** The run whose relatives are being fetched. */
  asking: string | null;
  /** Adds the runs that a run was made from, or all that were made from it. */
  show(id: string, side: keyof typeof picks): Promise<void>;
}

/** Relatives of a page's runs from elsewhere in the list, fetched when they are asked for. */
export function useRelatives(runs: readonly RunRow[], patches: RunPatches): Relatives {
  const [found, setFound] = useState<readonly RunRow[]>([]);
  const [totals, setTotals] = useState<Readonly<Record<string, number>>>({});
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<string | null>(null);
  const own = new Set(runs.map((run) => run.id));
  const known = new Set(found.map((run) => run.id));
  const news = new Map([...patches].filter(([id]) => known.has(id)).map(keepAnyway));
  return {
    guests: mergeRuns(found, news).filter((run) => !own.has(run.id)),
    totals,
    unfolded,
    asking,
    async show(id, side) {
      setAsking(id);
      try {
        const family = (await api.runs.lineage.query({ id })).map(toRunRow);
        const counts = family.map((run) => [run.id, pickDescendants(family, run.id).length]);
        setTotals((before) => ({ ...before, ...Object.fromEntries(counts) }));
        const relatives = picks[side](family, id);
        setFound((before) => [
          ...new Map([...before, ...relatives].map((run) => [run.id, run])).values(),
        ]);
        if (side === "descendants") {
          setUnfolded((before) => new Set([...before, id, ...relatives.map((run) => run.id)]));
        }
      } catch (error) {
        await tell({ text: explain(error), tone: "danger" });
      } finally {
        setAsking(null);
      }
    },
  };
}

function explain(error: unknown): string {
  return errorCode(error) === "NOT_FOUND"
    ? "This run was deleted."
    : "The server did not answer. Try again in a moment.";
}

/** A guest stays whether or not it meets the filters of the list. */
function keepAnyway([id, patch]: [string, RunPatch]): [string, RunPatch] {
  return [id, patch && { ...patch, fits: true }];
}
