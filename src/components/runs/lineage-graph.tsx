"use client";
import { type CSSProperties, useLayoutEffect, useRef } from "react";
import { type FamilyPlace, layOutFamily } from "@/domain/lineage/lay-out-family";
import { LineageNode } from "./lineage-node";
import type { RunRow } from "./run-row";

/** Measures of the picture in sixteenths of a rem. */
const NODE = { width: 240, height: 72 };
const STEP = { x: NODE.width + 32, y: NODE.height + 8 };
const BEND = 8;
/** What is left free beside a run that was brought into sight. */
const SPARE_PX = 16;

interface LineageGraphProps {
  family: readonly RunRow[];
  current_id: string;
}

/**
 * A family from left to right, each run a link, in reading order. Where there is no room it is a list
 * with each run below its parent.
 */
export function LineageGraph({ family, current_id }: LineageGraphProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => bringIntoSight(box.current), []);
  const places = layOutFamily(family);
  const width = Math.max(...places.map(({ column }) => column * STEP.x)) + NODE.width;
  const height = Math.max(...places.map(({ row }) => row * STEP.y)) + NODE.height;
  const size = { "--width": rem(width), "--height": rem(height) } as CSSProperties;
  return (
    <div
      ref={box}
      className="max-h-[32rem] overflow-auto md:max-h-[44rem] overscroll-contain p-3 md:p-4"
    >
      <div style={size} className="relative md:h-(--height) md:w-(--width)">
        <svg
          aria-hidden
          viewBox={`0 0 ${width} ${height}`}
          className="absolute size-full text-control max-md:hidden"
        >
          {places.map((place) => place.parent && <Line key={place.member.id} place={place} />)}
        </svg>
        <ol data-rows className="max-md:space-y-2">
          {places.map(({ member, column, row }) => (
            <li
              key={member.id}
              style={cellStyle(column, row)}
              className="max-md:ml-(--indent) md:absolute md:top-(--top) md:left-(--left) md:h-18 md:w-60"
            >
              <LineageNode run={member} current={member.id === current_id} />
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

/** Scrolls the box, and nothing around it, to the current run where that is out of sight. */
function bringIntoSight(box: HTMLElement | null): void {
  const node = box?.querySelector("[aria-current]");
  if (!box || !node) return;
  const inner = node.getBoundingClientRect();
  const outer = box.getBoundingClientRect();
  if (inner.right > outer.right) box.scrollLeft += inner.right - outer.right + SPARE_PX;
  if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom + SPARE_PX;
}

function Line({ place: { column, row, parent } }: { place: FamilyPlace<RunRow> }) {
  if (!parent) return null;
  const from = { x: parent.column * STEP.x + NODE.width, y: parent.row * STEP.y + NODE.height / 2 };
  const to = { x: column * STEP.x, y: row * STEP.y + NODE.height / 2 };
  const middle = (from.x + to.x) / 2;
  const path =
    from.y === to.y
      ? `M${from.x} ${from.y}H${to.x}`
      : `M${from.x} ${from.y}H${middle - BEND}q${BEND} 0 ${BEND} ${BEND}V${to.y - BEND}q0 ${BEND} ${BEND} ${BEND}H${to.x}`;
  return <path d={path} fill="none" stroke="currentColor" strokeWidth={1.5} />;
}

const INDENTS_MAX = 5;

function cellStyle(column: number, row: number): CSSProperties {
  return {
    "--left": rem(column * STEP.x),
    "--top": rem(row * STEP.y),
    "--indent": `${Math.min(column, INDENTS_MAX)}rem`,
  } as CSSProperties;
}

const rem = (sixteenths: number) => `${sixteenths / 16}rem`;
