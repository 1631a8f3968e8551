/** Whether objects and lists are nested more than `limit` deep. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let containers = containersOf([value]);
  for (let depth = 1; containers.length > 0; depth++) {
    if (depth > limit) {
      return true;
    }
    containers = containers.flatMap(container =>
      containersOf(Object.values(container)),
    );
  }
  return false;
}

function containersOf(values: readonly unknown[]): readonly object[] {
  return values.filter(
    (value): value is object => typeof value === 'object' && value !== null,
  );
}
