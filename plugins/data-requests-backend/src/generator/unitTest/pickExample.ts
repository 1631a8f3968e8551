/** Sample rows that meet: one row number per source, none where it has none. */
export interface ExampleCandidate {
  readonly group: number;
  readonly rows: readonly (number | undefined)[];
}

/** Most rows of the first dataset that an example has. */
export const EXAMPLE_ROW_LIMIT = 5;
/** Most rows of each of the others. */
const PARTNER_LIMIT = 10;
/** Rows of the first groups; what is left over goes to whoever comes first. */
const QUOTAS = [2, 2, 1];

/**
 * Chooses rows of an example: of several groups where there are any, of one
 * group more than one row, and where filters leave rows out one of those.
 *
 * @param limit - of rows of the first dataset
 * @returns row numbers by source, in their order
 */
export function pickExample(
  kept: readonly ExampleCandidate[],
  leftOut: ExampleCandidate | undefined,
  limit: number,
): readonly (readonly number[])[] {
  const room = leftOut && limit > 1 ? limit - 1 : limit;
  const chosen = new Set<number>();
  const add = (candidates: readonly ExampleCandidate[], most: number) => {
    let count = most;
    for (const { rows } of candidates) {
      const [first] = rows;
      if (chosen.size >= room || count <= 0) {
        return;
      }
      if (first !== undefined && !chosen.has(first)) {
        chosen.add(first);
        count -= 1;
      }
    }
  };
  QUOTAS.forEach((quota, index) =>
    add(
      kept.filter(({ group }) => group === index + 1),
      quota,
    ),
  );
  add(kept, room);

  const meeting = [
    ...kept.filter(({ rows: [first] }) =>
      first === undefined ? false : chosen.has(first),
    ),
    ...(leftOut && room < limit ? [leftOut] : []),
  ];
  const sources = kept[0]?.rows ?? [];
  return sources.map((_, source) => {
    const numbers = new Set(meeting.flatMap(({ rows }) => rows[source] ?? []));
    return [...numbers]
      .slice(0, source === 0 ? limit : PARTNER_LIMIT)
      .sort((a, b) => a - b);
  });
}
