const UNITS = [
  'byte',
  'kilobyte',
  'megabyte',
  'gigabyte',
  'terabyte',
  'petabyte',
] as const;
const STEP = 1_000;

/** A size in the largest unit that fits, as `Intl.NumberFormat` names units. */
export function sizeUnit(sizeBytes: number): {
  value: number;
  unit: (typeof UNITS)[number];
} {
  let value = sizeBytes;
  let step = 0;
  while (value >= STEP && step < UNITS.length - 1) {
    value /= STEP;
    step++;
  }
  return { value, unit: UNITS[step] };
}
