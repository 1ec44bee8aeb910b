/** A colour of the sRGB gamut as light: red, green and blue, linear, each 0..1. */
export type Rgb = readonly [red: number, green: number, blue: number];

type Row = readonly [number, number, number];

/** Three rows of factors. */
export type Matrix = readonly [Row, Row, Row];

export function transform(matrix: Matrix, [a, b, c]: Rgb): Rgb {
  const row = ([x, y, z]: Row) => x * a + y * b + z * c;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** What a screen makes of a colour outside of its gamut. */
export function clip([red, green, blue]: Rgb): Rgb {
  const within = (part: number) => Math.min(1, Math.max(0, part));
  return [within(red), within(green), within(blue)];
}
