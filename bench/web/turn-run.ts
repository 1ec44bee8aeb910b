import type { Product } from "../start-product";
import { slots } from "./slots";

/** Puts a waiting run onto a slot, by its place in the queue from 1; returns its id. */
export async function startRun({ sql }: Product, nth: number): Promise<string> {
  const id = `q${String(nth).padStart(11, "0")}`;
  const slot = slots[nth % slots.length] ?? slots[0];
  await sql`
    update runs set status = 'running', started_at = now(), engine = 'local', slot = ${slot},
      attempt = 1, progress = ${JSON.stringify(progressAt(0))}::jsonb
    where id = ${id}`;
  return id;
}

export async function endRun({ sql }: Product, id: string): Promise<void> {
  await sql`
    update runs set status = 'completed', exited_at = now(), completed_at = now(), exit_code = 0
    where id = ${id}`;
}

/** @param part 0..1 */
export async function advanceRun({ sql }: Product, id: string, part: number): Promise<void> {
  await sql`update runs set progress = ${JSON.stringify(progressAt(part))}::jsonb where id = ${id}`;
}

function progressAt(part: number) {
  const step = Math.round(part * 100);
  return { phase: "denoise", fraction: part, step, total: 100, eta_seconds: 100 - step };
}
