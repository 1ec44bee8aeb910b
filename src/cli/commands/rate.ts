import { type Command, InvalidArgumentError } from "commander";
import { openSession } from "../open-session";
import { printRecords } from "../print-records";
import { print } from "../terminal/print";

/** `cosmos rate RUN_ID 1..5|none` */
export function addRateCommand(program: Command): void {
  const command = program
    .command("rate")
    .description("Rate the result of a completed run, or take its rating back.")
    .argument("<run_id>", "id of the run, or a unique beginning of it")
    .argument("<rating>", "1 (poor) to 5 (excellent), or none", parseRating)
    .action(async (id: string, rating: number | null) => {
      const session = openSession(command);
      const found = await session.client.runs.get.query({ id });
      const run = await session.client.runs.rate.mutate({ id: found.id, rating });
      if (session.json) printRecords([run]);
      else
        print(run.rating === null ? `${run.id} is not rated.` : `${run.id} ${stars(run.rating)}`);
    });
}

function parseRating(given: string): number | null {
  if (given === "none") return null;
  if (/^[1-5]$/.test(given)) return Number(given);
  throw new InvalidArgumentError("It is 1, 2, 3, 4, 5 or none.");
}

const stars = (rating: number) => `${"★".repeat(rating)}${"☆".repeat(5 - rating)} ${rating} of 5`;
