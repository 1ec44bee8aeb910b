import Link from "next/link";
import { Card } from "../ui/card";
import { CreatePromptForm, type InputOption, type VersionSource } from "./create-prompt-form";

interface EditCardProps {
  source: VersionSource;
  inputs: readonly InputOption[];
  /** The page without it. */
  back: string;
}

/** The form that saves other texts as a new version; the prompt itself stays as it is. */
export function EditCard({ source, inputs, back }: EditCardProps) {
  const { id, name, prompt_text, negative_prompt, input_name } = source;
  return (
    <Card
      id="edit"
      title="New version"
      aside={
        <Link
          href={back}
          prefetch={false}
          className="text-muted text-sm underline underline-offset-2 hover:text-foreground"
        >
          Close
        </Link>
      }
    >
      <p className="px-4 pt-3 text-muted text-sm">
        It becomes a prompt of its own. This one and its runs stay as they are.
      </p>
      <CreatePromptForm
        inputs={inputs}
        source={{ id, name, prompt_text, negative_prompt, input_name }}
      />
    </Card>
  );
}
