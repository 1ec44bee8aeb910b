"use client";
import type { OperationInfo } from "../operations/operation-info";

interface FollowerChoiceProps {
  followers: readonly OperationInfo[];
  chosen: readonly string[];
  onChoose: (types: readonly string[]) => void;
}

/** Operations that continue the result as soon as it is there, each as a run of its own. */
export function FollowerChoice({ followers, chosen, onChoose }: FollowerChoiceProps) {
  return followers.map(({ type, verb }) => (
    <label key={type} className="flex w-fit items-center gap-2.5 text-sm">
      <input
        type="checkbox"
        name="then"
        value={type}
        checked={chosen.includes(type)}
        onChange={({ currentTarget: { checked } }) => {
          const others = chosen.filter((each) => each !== type);
          onChoose(checked ? [...others, type] : others);
        }}
        className="size-4 accent-(--primary)"
      />
      Then {verb.toLowerCase()} the result, as its own run
    </label>
  ));
}
