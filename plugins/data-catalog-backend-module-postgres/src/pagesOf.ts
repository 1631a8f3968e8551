import type { ListedRelation } from './queries/listRelations';

const MOST_RELATIONS = 200;
/** Rows that are taken in at once keep the process from everything else. */
const MOST_COLUMNS = 10_000;

/** Relations in the order they come, as many at a time as are read at once. */
export function* pagesOf(
  relations: readonly ListedRelation[],
): Generator<ListedRelation[]> {
  let page: ListedRelation[] = [];
  let columns = 0;
  for (const relation of relations) {
    const isFull =
      page.length === MOST_RELATIONS ||
      columns + relation.columns > MOST_COLUMNS;
    if (isFull && page.length > 0) {
      yield page;
      page = [];
      columns = 0;
    }
    page.push(relation);
    columns += relation.columns;
  }
  if (page.length > 0) {
    yield page;
  }
}
