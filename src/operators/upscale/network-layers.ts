import weights from "../../../assets/weights/cnn-2x-s-an.json";

/** A 3x3 convolution with four outputs. `taps` is ordered [column][row][input][output]. */
export interface Layer {
  inputs: number;
  taps: Float64Array;
  bias: readonly number[];
}

type StoredLayer = { weights: readonly number[]; bias: readonly number[] };

/**
 * The small Anime4K network: four convolutions, each after the first fed with the positive and the
 * negative part of the one before (CReLU). Stored kernels are one block of 9 taps per 4 inputs.
 */
export function loadLayers(): Layer[] {
  const { conv2d_tf, conv2d_1_tf, conv2d_2_tf, conv2d_last_tf } = weights.layers;
  return [
    toLayer(conv2d_tf, 4),
    toLayer(conv2d_1_tf, 8),
    toLayer(conv2d_2_tf, 8),
    toLayer(conv2d_last_tf, 8),
  ];
}

function toLayer(stored: StoredLayer, inputs: number): Layer {
  const blocks = inputs / 4;
  const taps = new Float64Array(stored.weights.length);
  for (let tap = 0; tap < 9; tap += 1) {
    for (let block = 0; block < blocks; block += 1) {
      const from = (block * 9 + tap) * 16;
      taps.set(stored.weights.slice(from, from + 16), (tap * blocks + block) * 16);
    }
  }
  return { inputs, taps, bias: stored.bias };
}
