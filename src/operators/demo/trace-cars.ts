import { rayBox } from "./ray-box";
import { meetBox, type Thing, type Trace } from "./trace";

const found = { thing: "car" as Thing, id: 0, part: 0 };

/** Cars of a scene, each a few boxes: part 0 is the body, 1 the cabin, more are wheels. */
export function traceCars(trace: Trace): void {
  const { ray, hit, scene } = trace;
  if (ray.oy > 1.6 && ray.oy + ray.dy * hit.distance > 1.6) return;
  for (const { id, reach, boxes } of scene.cars) {
    if (rayBox(ray, reach) >= hit.distance) continue;
    found.id = id;
    for (let part = 0; part < boxes.length; part += 1) {
      const box = boxes[part];
      found.part = part;
      if (box) meetBox(trace, box, found);
    }
  }
}
