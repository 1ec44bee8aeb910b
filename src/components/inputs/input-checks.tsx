import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import type { InputCheck } from "@/domain/inputs/check-input";
import { Card } from "../ui/card";

const looks = {
  good: { icon: CircleCheck, tone: "success", word: "Good" },
  odd: { icon: TriangleAlert, tone: "warning", word: "Mind" },
  bad: { icon: CircleX, tone: "danger", word: "Not usable" },
} as const satisfies Record<InputCheck["verdict"], object>;

/** What was looked at when the input came in, in words. */
export function InputChecks({ checks }: { checks: readonly InputCheck[] }) {
  return (
    <Card title="Checks">
      <ul className="divide-y divide-line text-sm">
        {checks.map(({ verdict, text }) => {
          const { icon: Icon, tone, word } = looks[verdict];
          return (
            <li key={text} className="flex gap-2.5 px-4 py-2">
              <span data-tone={tone} className="mt-0.5 shrink-0 text-tone">
                <Icon aria-hidden className="size-4" />
                <span className="sr-only">{word}: </span>
              </span>
              <span className="min-w-0">{text}</span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
