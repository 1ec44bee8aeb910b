import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RunRow } from "@/server/runs/run-record";
import type { Script } from "../../harness/scene";
import { expectedLog } from "./expected-log";

interface Submitted {
  script: Script;
  /** What the program says of its GPU. */
  gpu: string;
}

interface OutputFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** What is wrong with the folder of an ended run, in words: log, outputs, number of executions. */
export function checkEndedRun(dataDir: string, row: RunRow, { script, gpu }: Submitted): string[] {
  const problems: string[] = [];
  const complain = (what: string) => problems.push(`run ${row.id} (${row.status}) ${what}`);
  const read = (path: string) => {
    const file = join(dataDir, path);
    return existsSync(file) ? readFileSync(file) : null;
  };

  const log = read(row.log_path) ?? Buffer.alloc(0);
  const expected = expectedLog(script, gpu);
  const isWhole = row.status === "completed";
  if (isWhole ? log.toString() !== expected : !expected.startsWith(log.toString())) {
    complain(`has ${log.length} bytes of log that differ from the ${expected.length} written`);
  }
  if (row.log_bytes !== null && row.log_bytes !== log.length) {
    complain(`has ${log.length} bytes of log but was sealed with ${row.log_bytes}`);
  }
  if (row.log_sha256 !== null && row.log_sha256 !== hashOf(log)) {
    complain("has another log than it was sealed with");
  }
  if (isWhole && row.log_sha256 === null) complain("has no sealed log");

  const files = (row.outputs.files ?? []) as OutputFile[];
  if (isWhole && files.length === 0) complain("lists no outputs");
  for (const { path, bytes, sha256 } of files) {
    const content = read(path);
    if (!content) complain(`lists ${path}, which is not there`);
    else if (content.length !== bytes || hashOf(content) !== sha256) complain(`changed ${path}`);
  }

  const executions = read(`runs/${row.id}/out/executions.txt`)?.toString().trim().split("\n") ?? [];
  if (executions.length > 1) complain(`was executed ${executions.length} times`);
  if (isWhole && executions.length === 0) complain("was never executed");
  return problems;
}

const hashOf = (content: Buffer) => createHash("sha256").update(content).digest("hex");
