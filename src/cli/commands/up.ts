import { type Command, Option } from "commander";

/** `cosmos up`: hands over to the supervisor, which is a program of its own beside this one. */
export function addUpCommand(program: Command): void {
  program
    .command("up")
    .description("Start the server: database, worker and web app, until Ctrl-C.")
    .addOption(new Option("--only <part>", "start only this part").choices(["web", "worker"]))
    .action(async ({ only }: { only?: string }) => {
      // Computed, so that it is not bundled: the program reads process.argv as if started itself.
      const url = new URL("./up.mjs", import.meta.url).href;
      process.argv = [process.argv[0] ?? "node", "cosmos up", ...(only ? ["--only", only] : [])];
      await import(url);
    });
}
