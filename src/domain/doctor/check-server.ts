import { type DoctorCheck, fine } from "./doctor-check";
import type { DoctorFacts } from "./doctor-facts";

/** Cosmos itself, its database and its queue. */
export function checkServer(facts: DoctorFacts): DoctorCheck[] {
  return [
    fine("cosmos", `Cosmos ${facts.version} on Node ${facts.node_version}.`),
    checkDatabase(facts),
    ...(facts.queue_paused
      ? [
          {
            name: "queue",
            status: "warning" as const,
            message: "The queue is paused: nothing new starts.",
            advice: "Resume it with cosmos queue resume.",
          },
        ]
      : []),
  ];
}

function checkDatabase({ database_version, database_built_in }: DoctorFacts): DoctorCheck {
  const message = `PostgreSQL ${database_version}${database_built_in ? ", built in" : ""}.`;
  if (Number.parseInt(database_version, 10) >= 15) return fine("database", message);
  const advice = "Cosmos needs version 15 or later: name such a server in DATABASE_URL.";
  return { name: "database", status: "failed", message, advice };
}
