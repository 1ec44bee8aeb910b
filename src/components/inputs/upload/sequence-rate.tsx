"use client";
import { useState } from "react";
import { fieldStyles } from "../../ui/field-styles";

interface SequenceRateProps {
  fps: number;
  file_name: string;
  locked: boolean;
  onChange: (fps: number) => void;
}

const FPS_MAX = 120;

/** How fast pictures follow each other. What is no rate changes nothing. */
export function SequenceRate({ fps, file_name, locked, onChange }: SequenceRateProps) {
  const [text, setText] = useState(String(fps));
  const wrong = readRate(text) === null;
  return (
    <label className="flex items-center gap-1.5 text-muted text-sm">
      <input
        inputMode="decimal"
        aria-label={`Frames per second of ${file_name}`}
        value={text}
        disabled={locked}
        aria-invalid={wrong}
        onBlur={() => setText(String(fps))}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          const rate = readRate(currentTarget.value);
          if (rate !== null) onChange(rate);
        }}
        className={`${fieldStyles} h-8 w-16! text-right max-sm:h-10`}
      />
      frames/s
    </label>
  );
}

function readRate(text: string): number | null {
  const rate = Number(text.replace(",", "."));
  return rate >= 1 && rate <= FPS_MAX ? rate : null;
}
