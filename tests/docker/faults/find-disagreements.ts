import type Dockerode from "dockerode";
import { isTerminal } from "@/domain/run-status";
import type { RunRow } from "@/server/runs/run-record";

/** What an engine says of our containers, without the worker's help. */
export type Listed = Pick<Dockerode.ContainerInfo, "Id" | "State" | "Names" | "Labels">;

const runOf = ({ Labels }: Listed) => Labels["cosmos.run_id"];
const lives = ({ State }: Listed) => State !== "exited" && State !== "dead";
const nameOf = ({ Names, State }: Listed) => `${Names.join(" ")} (${State})`;

/** In what rows and containers disagree, in words; empty when all is reconciled. */
export function findDisagreements(rows: readonly RunRow[], containers: readonly Listed[]) {
  return [
    ...strayContainers(rows, containers),
    ...strayRuns(rows, containers),
    ...sharedSlots(rows),
  ];
}

function strayContainers(rows: readonly RunRow[], containers: readonly Listed[]): string[] {
  return containers.flatMap((container) => {
    const owners = rows.filter((row) => row.id === runOf(container));
    const [owner] = owners;
    if (!owner) return `container ${nameOf(container)} has no run`;
    const others = containers.filter((other) => runOf(other) === owner.id);
    if (others.length > 1) return `run ${owner.id} has ${others.map(nameOf).join(" and ")}`;
    if (!isTerminal(owner.status)) return [];
    const what = lives(container) ? "live" : "left";
    return `run ${owner.id} is ${owner.status} and has the ${what} container ${nameOf(container)}`;
  });
}

function strayRuns(rows: readonly RunRow[], containers: readonly Listed[]): string[] {
  return rows.flatMap((row) => {
    const container = containers.find((each) => runOf(each) === row.id);
    const said = `run ${row.id} is ${row.status} and its container is`;
    if (row.status === "running" && (!container || !lives(container))) {
      return `${said} ${container ? nameOf(container) : "nowhere"}`;
    }
    if (row.status !== "pending" || !container || lives(container)) return [];
    return `${said} ${nameOf(container)}`;
  });
}

function sharedSlots(rows: readonly RunRow[]): string[] {
  const held = rows
    .filter((row) => row.status === "running" && !row.exited_at)
    .flatMap((row) => (row.slot ?? "").split(",").map((slot) => `${slot} of ${row.engine}`));
  const twice = held.filter((slot, index) => held.indexOf(slot) !== index);
  return twice.map((slot) => `slot ${slot} holds two runs`);
}
