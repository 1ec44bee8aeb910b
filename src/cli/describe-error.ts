import { TRPCClientError } from "@trpc/client";
import { CommanderError } from "commander";
import { CliError, type ExitCode, exitCodes } from "./cli-error";
import { networkFault } from "./network-fault";
import { oneLine } from "./terminal/one-line";

interface Ending {
  exitCode: ExitCode;
  /** For stderr, without the leading `cosmos: `; null when nothing is left to say. */
  line: string | null;
}

interface Attempt {
  /** Address of the server that was asked. */
  url: string;
  /** The command as typed, for the hint where to read more: `cosmos list`. */
  command: string;
}

/** What a failed command tells its user: the exit code and one line. */
export function describeError(error: unknown, { url, command }: Attempt): Ending {
  if (error instanceof CliError) return { exitCode: error.exitCode, line: oneLine(error.message) };
  if (error instanceof CommanderError) return describeUsage(error, command);
  if (error instanceof TRPCClientError) return describeCall(error, url);
  return describeNetwork(error, url) ?? failure(error);
}

function describeUsage(error: CommanderError, command: string): Ending {
  if (error.exitCode === 0) return { exitCode: exitCodes.done, line: null };
  // Help shown for want of a command has said it all.
  if (error.code === "commander.help") return { exitCode: exitCodes.usage, line: null };
  const message = oneLine(error.message.replace(/^error: /, "")).replace(/[^.?)]$/, "$&.");
  return { exitCode: exitCodes.usage, line: `${message} See: ${command} --help` };
}

const byServerCode: Record<string, ExitCode> = {
  BAD_REQUEST: exitCodes.usage,
  CONFLICT: exitCodes.usage,
  PRECONDITION_FAILED: exitCodes.usage,
  PAYLOAD_TOO_LARGE: exitCodes.usage,
  FORBIDDEN: exitCodes.usage,
};

function describeCall(error: TRPCClientError<never>, url: string): Ending {
  const data = error.data as { code?: string; app_code?: string } | undefined;
  if (!data) {
    return describeNetwork(error.cause ?? error, url) ?? foreignAnswer(url);
  }
  if (data.app_code === "not_found") {
    return { exitCode: exitCodes.notFound, line: oneLine(error.message) };
  }
  if (data.code === "UNAUTHORIZED") {
    const line = `${url} asks for a token. Set COSMOS_TOKEN to one it knows.`;
    return { exitCode: exitCodes.usage, line };
  }
  const exitCode = byServerCode[data.code ?? ""] ?? exitCodes.failed;
  return { exitCode, line: oneLine(error.message) };
}

function describeNetwork(error: unknown, url: string): Ending | null {
  const fault = networkFault(error);
  if (!fault) return null;
  const isHere = /^https?:\/\/(127\.|localhost|\[::1\])/.test(url);
  const advice = isHere ? "Start it with: npm start" : "Check COSMOS_URL and the server there.";
  const line = `cannot reach ${url} (${fault}). ${advice}`;
  return { exitCode: exitCodes.unreachable, line };
}

function foreignAnswer(url: string): Ending {
  const line = `${url} answers, but not as Cosmos does. Set COSMOS_URL to the server's address.`;
  return { exitCode: exitCodes.unreachable, line };
}

function failure(error: unknown): Ending {
  const message = error instanceof Error ? error.message : String(error);
  return { exitCode: exitCodes.failed, line: oneLine(message) };
}
