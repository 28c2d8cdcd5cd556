/** A rectangle cut into parts as square as may be, each as large as its share. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Part<T> {
  readonly item: T;
  readonly area: Area;
}

interface Sized<T> {
  readonly item: T;
  readonly size: number;
}

/** The longest side over the shortest of the worst part in a row of this length. */
function worst(sizes: readonly number[], length: number): number {
  const sum = sizes.reduce((total, size) => total + size, 0);
  const [most, least] = [Math.max(...sizes), Math.min(...sizes)];
  return Math.max((length ** 2 * most) / sum ** 2, sum ** 2 / (length ** 2 * least));
}

function laid<T>(row: readonly Sized<T>[], { x, y, width, height }: Area): { parts: Part<T>[]; rest: Area } {
  const sum = row.reduce((total, { size }) => total + size, 0);
  const upright = width >= height;
  const thick = sum / (upright ? height : width);
  let offset = 0;
  const parts = row.map(({ item, size }) => {
    const long = size / thick;
    const area = upright
      ? { x, y: y + offset, width: thick, height: long }
      : { x: x + offset, y, width: long, height: thick };
    offset += long;
    return { item, area };
  });
  const rest = upright
    ? { x: x + thick, y, width: width - thick, height }
    : { x, y: y + thick, width, height: height - thick };
  return { parts, rest };
}

/** Parts of nothing are left out; what is largest comes first. */
export function squarify<T>(items: readonly T[], sizeOf: (item: T) => number, frame: Area): Part<T>[] {
  const known = items.map((item) => ({ item, size: sizeOf(item) })).filter(({ size }) => size > 0);
  const total = known.reduce((sum, { size }) => sum + size, 0);
  const scale = (frame.width * frame.height) / total;
  let open = known.map(({ item, size }) => ({ item, size: size * scale })).sort((a, b) => b.size - a.size);
  const parts: Part<T>[] = [];
  let free = frame;
  while (open.length > 0) {
    const length = Math.min(free.width, free.height);
    let count = 1;
    while (count < open.length && better(open, count, length)) count += 1;
    const { parts: row, rest } = laid(open.slice(0, count), free);
    parts.push(...row);
    free = rest;
    open = open.slice(count);
  }
  return parts;
}

const better = <T>(open: readonly Sized<T>[], count: number, length: number): boolean => {
  const sizes = open.slice(0, count + 1).map(({ size }) => size);
  return worst(sizes, length) <= worst(sizes.slice(0, count), length);
};
