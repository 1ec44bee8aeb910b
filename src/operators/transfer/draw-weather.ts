import { createRandom } from "../create-random";
import type { Look } from "./create-look";
import type { FramePlanes } from "./frame-planes";

interface Particle {
  x: number;
  y: number;
  /** 0.3 is far, 1 is close. */
  z: number;
  phase: number;
}

export type DrawWeather = (planes: FramePlanes, seconds: number) => void;

/** Falling rain or snow with parallax; where each drop is depends on seed and time only. */
export function createWeather(look: Look, width: number, height: number): DrawWeather | null {
  const isSnow = look.has("snowfall");
  if (!isSnow && !look.has("rain")) return null;
  const random = createRandom(look.seed ^ 0x5eed);
  const count = Math.round(((isSnow ? 520 : 460) * width * height) / 129_600);
  const particles = Array.from({ length: count }, () => ({
    x: random(),
    y: random(),
    z: 0.3 + 0.7 * random() ** 1.5,
    phase: random() * 6.28,
  }));
  const draw = isSnow ? drawFlake : drawDrop;
  return (planes, seconds) => {
    for (const particle of particles)
      draw({ planes, seconds, amount: Math.min(1, look.mood) }, particle);
  };
}

interface Sheet {
  planes: FramePlanes;
  seconds: number;
  /** 0..1 */
  amount: number;
}

function drawFlake({ planes, seconds, amount }: Sheet, { x, y, z, phase }: Particle): void {
  const { width, height } = planes;
  const scale = height / 270;
  const radius = (0.5 + z * z * 2.1) * scale;
  const px = wrap(x + (Math.sin(seconds * 1.6 + phase) * 14 + seconds * 22 * z) / 480) * width;
  const py = wrap(y + (seconds * (50 + 95 * z)) / 270) * height;
  const reach = Math.ceil(radius);
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      const distance = Math.hypot(Math.floor(px) + dx - px, Math.floor(py) + dy - py) / radius;
      blend(
        planes,
        [Math.floor(px) + dx, Math.floor(py) + dy],
        Math.max(0, 1 - distance) * 0.9 * amount,
      );
    }
  }
}

function drawDrop({ planes, seconds, amount }: Sheet, { x, y, z }: Particle): void {
  const { width, height } = planes;
  const px = wrap(x - (seconds * 60 * z) / 480) * width;
  const py = wrap(y + (seconds * (520 + 380 * z)) / 270) * height;
  const length = (5 + z * 15) * (height / 270);
  for (let step = 0; step < length; step += 1) {
    const share = 0.4 * z * (1 - step / length) * amount;
    blend(planes, [Math.floor(px + step * 0.13), Math.floor(py) - step], share);
  }
}

function blend(
  { width, height, picture }: FramePlanes,
  [x, y]: [number, number],
  share: number,
): void {
  if (share <= 0 || x < 0 || y < 0 || x >= width || y >= height) return;
  const a = (y * width + x) * 3;
  for (let c = 0; c < 3; c += 1) {
    const value = picture[a + c] ?? 0;
    picture[a + c] = value + Math.max(0, 246 - value) * share;
  }
}

const wrap = (value: number) => value - Math.floor(value);
