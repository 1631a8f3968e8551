import type { PreviewTable } from './PreviewRunner';

/** Cells that the process keeps between previews; newer tables push out older. */
const CELL_LIMIT = 1_500_000;

/**
 * Which tables a preview process holds, so that typing does not send the same
 * rows again. The backend decides what goes; the process only obeys.
 */
export class LoadedTables {
  /** Cells by name and revision, least recently used first. */
  readonly #cells = new Map<string, number>();

  /**
   * What the process must drop and load before it can read the tables.
   * Counted as done: after a failure the process is replaced, and this too.
   */
  prepare(tables: readonly PreviewTable[]): {
    readonly drop: readonly string[];
    readonly load: readonly PreviewTable[];
  } {
    const load: PreviewTable[] = [];
    const needed = new Set<string>();
    for (const table of tables) {
      const name = loadedName(table);
      const known = this.#cells.get(name);
      if (known === undefined && !needed.has(name)) {
        load.push({ ...table, name });
      }
      needed.add(name);
      this.#cells.delete(name);
      this.#cells.set(name, table.rowCount * table.columns.length);
    }
    const drop: string[] = [];
    let total = [...this.#cells.values()].reduce((sum, n) => sum + n, 0);
    for (const [name, cells] of this.#cells) {
      if (total <= CELL_LIMIT) {
        break;
      }
      if (!needed.has(name)) {
        this.#cells.delete(name);
        drop.push(name);
        total -= cells;
      }
    }
    return { drop, load };
  }
}

/** Name of a table in the process: each revision is one of its own. */
export function loadedName({
  name,
  revision,
}: Pick<PreviewTable, 'name' | 'revision'>): string {
  return `${name}@${revision}`;
}
