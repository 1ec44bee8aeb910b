import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { describeOperations } from "@/components/operations/describe-operations";
import { blend } from "@/domain/colour/blend";
import { contrast } from "@/domain/colour/contrast";
import { colourDistance, parseOklch } from "@/domain/colour/oklab";
import type { Rgb } from "@/domain/colour/rgb";
import { simulateVision, visionDeficiencies } from "@/domain/colour/simulate-vision";

const css = readFileSync(new URL("globals.css", import.meta.url), "utf8");
const design = readFileSync(new URL("../../docs/design.md", import.meta.url), "utf8");

const TEXT = 4.5;
const MARK = 3;
const TINT = 0.11;
const APART = 9;

/** The variables that a rule of globals.css sets to a colour. */
function readColours(rule: string): Record<string, string> {
  const begin = css.indexOf(`${rule} {`);
  const block = css.slice(begin, css.indexOf("}", begin));
  const found = block.matchAll(/--([\w-]+): (oklch\([^/)]+\));/g);
  return Object.fromEntries([...found].map(([, name = "", value = ""]) => [name, value]));
}

const light = readColours(":root");
const dark = { ...light, ...readColours(':root[data-theme="dark"]') };

const grounds = ["background", "surface", "sunken", "hover"];
const tones = Object.keys(light).filter((name) => name.startsWith("tone-"));
const states = ["success", "danger", "warning"];
const operations = describeOperations().map(({ label, tone }) => ({ label, name: `tone-${tone}` }));

test("the wish of the system and that of the person give the same dark", () => {
  expect(readColours(':root:not([data-theme="light"])')).toEqual(
    readColours(':root[data-theme="dark"]'),
  );
});

describe.each([
  { theme: "light", colours: light },
  { theme: "dark", colours: dark },
])("in the $theme theme", ({ theme, colours }) => {
  const get = (name: string): Rgb => parseOklch(colours[name] ?? name);
  const ratio = (above: string, below: string) => contrast(get(above), get(below));
  const onTint = (name: string, ground: string) =>
    contrast(get(name), blend(get(name), get(ground), TINT));
  const below = (least: number, pairs: readonly (readonly [string, number])[]) =>
    pairs.filter(([, value]) => value < least);
  const crossed = (names: readonly string[], places: readonly string[]) =>
    names.flatMap((name) =>
      places.map((place) => [`${name} on ${place}`, ratio(name, place)] as const),
    );

  test("text can be read on every surface", () => {
    const pairs = [
      ...crossed(["foreground", "muted"], grounds),
      ...crossed([...tones, ...states], grounds),
      ...crossed(["on-primary"], ["primary"]),
      ...crossed(["surface"], ["danger"]),
    ];
    expect(below(TEXT, pairs)).toEqual([]);
  });

  test("text can be read on a tint of its own colour", () => {
    const pairs = [...tones, ...states, "muted"].flatMap((name) =>
      ["background", "surface"].map(
        (ground) => [`${name} on its tint on ${ground}`, onTint(name, ground)] as const,
      ),
    );
    expect(below(TEXT, pairs)).toEqual([]);
  });

  test("borders of controls and the ring of the focus can be seen", () => {
    expect(below(MARK, crossed(["control"], ["background", "surface"]))).toEqual([]);
    expect(below(MARK, crossed(["focus", "primary"], grounds))).toEqual([]);
  });

  test("operations stay apart for eyes that lack one kind of cones", () => {
    const pairs = operations.flatMap((one, index) =>
      operations.slice(index + 1).flatMap((other) =>
        visionDeficiencies.map((deficiency) => {
          const [a, b] = [one, other].map(({ name }) => simulateVision(get(name), deficiency));
          const distance = a && b ? colourDistance(a, b) : 0;
          return [`${one.label} and ${other.label} in ${deficiency}`, distance] as const;
        }),
      ),
    );
    expect(below(APART, pairs)).toEqual([]);
  });

  test("docs/design.md tells the ratios as they are", () => {
    const rows = [
      { label: "Text", name: "foreground" },
      { label: "Muted text", name: "muted" },
      ...operations,
      { label: "Success", name: "success" },
      { label: "Danger", name: "danger" },
      { label: "Warning", name: "warning" },
    ].map(
      ({ label, name }) =>
        `| ${label} | \`${name}\` | ${theme} | ${ratio(name, "surface").toFixed(1)} | ${onTint(name, "surface").toFixed(1)} |`,
    );
    expect(rows.filter((row) => !design.includes(row))).toEqual([]);
  });
});
