import type { ChildProcess } from "node:child_process";

const children = new Set<ChildProcess>();

/** Sees to it that a program does not outlive this process. */
export function endWithProcess(child: ChildProcess): void {
  if (children.size === 0) process.on("exit", endAll);
  children.add(child);
  child.once("close", () => {
    children.delete(child);
    if (children.size === 0) process.off("exit", endAll);
  });
}

function endAll(): void {
  for (const child of children) child.kill("SIGKILL");
}
