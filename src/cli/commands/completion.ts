import { Argument, type Command } from "commander";
import { print } from "../terminal/print";

const scripts = {
  bash: (words: CommandWords[]) => `_cosmos() {
  local words
  case "\${COMP_WORDS[1]}" in
${words.map(({ name, own }) => `    ${name}) words="${own.join(" ")}" ;;`).join("\n")}
    *) words="${words.map(({ name }) => name).join(" ")}" ;;
  esac
  [ "$COMP_CWORD" -eq 1 ] && words="${words.map(({ name }) => name).join(" ")}"
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _cosmos cosmos`,

  zsh: (words: CommandWords[]) => `#compdef cosmos
_cosmos() {
  if (( CURRENT == 2 )); then
    compadd -- ${words.map(({ name }) => name).join(" ")}
    return
  fi
  case "\${words[2]}" in
${words.map(({ name, own }) => `    ${name}) compadd -- ${own.join(" ")} ;;`).join("\n")}
  esac
  _files
}
compdef _cosmos cosmos`,
};

type Shell = keyof typeof scripts;

interface CommandWords {
  name: string;
  /** What may follow the command: its options and the choices of its arguments. */
  own: string[];
}

/** `cosmos completion bash|zsh`: a script for the shell, made from the commands themselves. */
export function addCompletionCommand(program: Command): void {
  program
    .command("completion")
    .description('Print a completion script; load it with: eval "$(cosmos completion bash)"')
    .addArgument(new Argument("<bash|zsh>", "your shell").choices(Object.keys(scripts)))
    .action((shell: Shell) => print(scripts[shell](commandWords(program))));
}

function commandWords(program: Command): CommandWords[] {
  return program.commands.map((command) => ({
    name: command.name(),
    own: [
      ...command.registeredArguments.flatMap((argument) => argument.argChoices ?? []),
      ...[...command.options, ...program.options].flatMap((option) => option.long ?? []),
      "--help",
    ],
  }));
}
