import { sizeUnit } from './sizeUnit';

it.each([
  [0, 0, 'byte'],
  [999, 999, 'byte'],
  [1_000, 1, 'kilobyte'],
  [28_300_000, 28.3, 'megabyte'],
  [2e18, 2_000, 'petabyte'],
])('%d bytes are %d %s', (bytes, value, unit) => {
  const size = sizeUnit(bytes);
  expect(size.unit).toBe(unit);
  expect(size.value).toBeCloseTo(value);
});
