import type {
  DatasetRecord,
  Telling,
} from '@suido/backstage-plugin-data-catalog-common';
import type { DatasetTelling, PortalEdit } from './DatasetTelling';

/** Name of the teller of what people wrote in the portal. */
export const PORTAL = 'portal';

/** Picks what counts and remembers who says what. */
export class Facts {
  readonly told: Record<string, Telling[]> = {};
  readonly #edit: PortalEdit | undefined;

  constructor(edit: PortalEdit | undefined) {
    this.#edit = edit;
  }

  /** @param written - what people wrote of it in the portal */
  pick<T extends Telling['value']>(
    field: string,
    tellings: readonly DatasetTelling[],
    read: (record: DatasetRecord) => T | undefined,
    written?: T,
  ): T | undefined {
    const told: Telling[] = [];
    let counts = written;
    if (written !== undefined && this.#edit) {
      told.push({ source: PORTAL, at: this.#edit.at, value: written });
    }
    for (const { source, at, record } of tellings) {
      const value = read(record);
      if (value !== undefined) {
        told.push({ source, at, value });
        counts ??= value;
      }
    }
    if (told.length > 0) {
      this.told[field] = told;
    }
    return counts;
  }
}
