import { expect, test } from "vitest";
import { planSync } from "./plan-sync";

const playing = { length: 5, rate: 1, playing: true };

test("videos that stand show the same moment exactly", () => {
  expect(planSync({ ...playing, leader: 2, follower: 1.99, playing: false }).seek).toBe(2);
  expect(planSync({ ...playing, leader: 2, follower: 2, playing: false }).seek).toBeNull();
});

test("a small lag is caught up by speed, not by a jump", () => {
  const behind = planSync({ ...playing, leader: 2, follower: 1.9 });
  const ahead = planSync({ ...playing, leader: 2, follower: 2.1 });
  expect(behind.seek).toBeNull();
  expect(behind.rate).toBeGreaterThan(1);
  expect(ahead.seek).toBeNull();
  expect(ahead.rate).toBeLessThan(1);
});

test("a big one is jumped over, as after a loop", () => {
  expect(planSync({ ...playing, leader: 0.05, follower: 4.9 })).toEqual({ seek: 0.05, rate: 1 });
});

test("a shorter video waits at its end", () => {
  expect(planSync({ ...playing, length: 3, leader: 4.5, follower: 3 }).seek).toBeNull();
});

test("it keeps the chosen speed when both are together", () => {
  expect(planSync({ ...playing, leader: 2, follower: 2.01, rate: 0.25 }).rate).toBe(0.25);
});
