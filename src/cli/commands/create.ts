import { resolve } from "node:path";
import { Argument, type Command } from "commander";
import { openSession } from "../open-session";
import { printRecords } from "../print-records";
import { note, print } from "../terminal/print";
import { promptTable } from "../views/prompt-table";

interface CreateOptions {
  name?: string;
  negative?: string;
  dryRun?: boolean;
}

/** `cosmos create prompt TEXT INPUT_DIR` */
export function addCreateCommand(program: Command): void {
  const command = program
    .command("create")
    .description("Create a prompt from a text and a folder of input videos.")
    .addArgument(new Argument("<prompt>", "what to create").choices(["prompt"]))
    .argument("<text>", "what the video should show")
    .argument(
      "<input_dir>",
      "folder with color.mp4 and, if you have them, vis.mp4, edge.mp4, depth.mp4 and segmentation.mp4",
    )
    .option("--name <name>", "name in lists; made from the text when left out")
    .option("--negative <text>", "what the video should not show")
    .option("--dry-run", "check everything and show the prompt, without creating it")
    .action(async (...[, text, inputDir, options]: [string, string, string, CreateOptions]) => {
      const session = openSession(command);
      const prompt = await session.client.prompts.create.mutate({
        prompt_text: text,
        input_dir: resolve(inputDir),
        name: options.name,
        negative_prompt: options.negative,
        dry_run: options.dryRun === true,
      });
      if (session.json) return printRecords([prompt]);
      if (options.dryRun) note("Dry run: nothing was created. The prompt would be:");
      print(promptTable([prompt]));
      if (!options.dryRun) note(`Start with: cosmos inference ${prompt.id}`);
    });
}
