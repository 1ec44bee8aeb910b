import { describeError } from "./describe-error";
import { createProgram } from "./create-program";
import { joinTuples } from "./join-tuples";
import { serverAddress } from "./server-address";
import { note } from "./terminal/print";

// A reader that has seen enough (`cosmos list runs | head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

await run(process.argv.slice(2));

async function run(args: string[]): Promise<void> {
  const program = createProgram();
  try {
    await program.parseAsync(joinTuples(args), { from: "user" });
  } catch (error) {
    const name = args.find((arg) => program.commands.some((command) => command.name() === arg));
    const command = ["cosmos", name].filter(Boolean).join(" ");
    const { exitCode, line } = describeError(error, { url: address(), command });
    if (line) note(`cosmos: ${line}`);
    process.exitCode = exitCode;
  }
  // `up` goes on; everything else is over, whatever connection still lingers.
  if (args.find((arg) => !arg.startsWith("-")) !== "up" || process.exitCode) {
    process.stdout.write("", () => process.exit());
  }
}

function address(): string {
  try {
    return serverAddress().url;
  } catch {
    return "the server";
  }
}
