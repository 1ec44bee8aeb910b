import type { CityNoise } from "./city-noise";
import type { Box } from "./ray-box";

/** Metres. x is to the right, y up, z along the street; the street runs along z at x = 0. */
export const lotLength = 16;
const lotsInBlock = 6;
/** Distance between trees or lamp posts. */
export const plantingGap = 12;
export const plantingX = 9.2;

/** Two rows of buildings on each side of the street: [from x, to x, height factor]. */
export const rows = [
  { from: 11, to: 27, height: 1 },
  { from: 29, to: 56, height: 2.1 },
] as const;

export interface Car {
  x: number;
  id: number;
  /** Holds all of it. */
  reach: Box;
  /** Body, cabin, two axles of wheels. */
  boxes: readonly Box[];
}

export interface CityPlan {
  /** 0 where a side street crosses. */
  buildingHeight(side: number, row: number, lot: number): number;
  hasTree(index: number, side: number): boolean;
  treeRadius(index: number, side: number): number;
  /** A sign that hangs from the facade of a lot, or not. */
  hasSign(side: number, lot: number): boolean;
  carsAt(seconds: number): Car[];
}

/** Position of a lot in its block; 0 is the crossing. */
export function lotInBlock(z: number): number {
  const lot = Math.floor(z / lotLength) % lotsInBlock;
  return lot < 0 ? lot + lotsInBlock : lot;
}

export function createCityPlan({ hash }: CityNoise): CityPlan {
  return {
    buildingHeight(side, row, lot) {
      if (lotInBlock(lot * lotLength) === 0) return 0;
      const tower = hash(lot, side, row + 9) > 0.86 ? 1.7 : 1;
      return (9 + hash(lot, side, row) * 22) * (rows[row as 0 | 1]?.height ?? 1) * tower;
    },
    hasTree: (index, side) => hash(index, side, 31) < 0.6,
    treeRadius: (index, side) => 1.7 + hash(index, side, 33) * 0.7,
    hasSign: (side, lot) => lotInBlock(lot * lotLength) !== 0 && hash(lot, side, 41) > 0.25,
    carsAt: (seconds) => [...drivingCars(hash, seconds), ...parkedCars(hash)].map(buildCar),
  };
}

interface CarPlace {
  x: number;
  z: number;
  id: number;
}

function buildCar({ x, z, id }: CarPlace): Car {
  const box = (half: number, [y0, y1]: [number, number], [back, front]: [number, number]) => {
    return { x0: x - half, y0, z0: z + back, x1: x + half, y1, z1: z + front };
  };
  const body = box(0.92, [0.28, 0.88], [-2.15, 2.15]);
  const cabin = box(0.78, [0.88, 1.46], [-1.45, 0.9]);
  const wheels = [box(0.96, [0, 0.64], [-1.67, -1.03]), box(0.96, [0, 0.64], [1.03, 1.67])];
  return { x, id, reach: box(1, [0, 1.5], [-2.2, 2.2]), boxes: [body, cabin, ...wheels] };
}

function drivingCars(hash: CityNoise["hash"], seconds: number): CarPlace[] {
  const lanes = [-1.9, -5.2, 1.9];
  return Array.from({ length: 12 }, (_, id) => {
    const x = lanes[id % 3] ?? 0;
    const speed = x > 0 ? 6.5 : -9 - hash(id, 5) * 3;
    return { x, z: 16 + id * 15 + hash(id, 3) * 8 + speed * seconds, id };
  });
}

function parkedCars(hash: CityNoise["hash"]): CarPlace[] {
  const right = Array.from({ length: 10 }, (_, i) => ({
    x: 6.1,
    z: 10 + i * 13 + hash(i, 8) * 4,
    id: i + 20,
  }));
  const left = Array.from({ length: 10 }, (_, i) => ({
    x: -6.1,
    z: 4 + i * 15 + hash(i, 11) * 5,
    id: i + 40,
  }));
  return [...right, ...left].filter(({ z }) => lotInBlock(z) !== 0);
}
