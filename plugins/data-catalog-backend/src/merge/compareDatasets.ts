import type {
  ChangeType,
  Column,
} from '@suido/backstage-plugin-data-catalog-common';
import type { JsonValue } from '@backstage/types';
import type { ResolvedDataset } from './ResolvedDataset';

/** What changed about a dataset. */
export interface FoundChange {
  readonly type: ChangeType;
  readonly column?: string;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

/** What history compares. */
export interface ComparedDataset {
  readonly summary: Pick<
    ResolvedDataset['summary'],
    | 'definition'
    | 'tier'
    | 'layer'
    | 'domain'
    | 'updateFrequency'
    | 'lifecycle'
    | 'type'
    | 'owner'
  >;
  readonly purpose?: string;
  readonly columns: readonly Pick<Column, 'name' | 'type' | 'definition'>[];
}

/** What changed between two states of a dataset, as its history tells it. */
export function compareDatasets(
  before: ComparedDataset,
  after: ComparedDataset,
): FoundChange[] {
  const changes: FoundChange[] = [];
  const compare = (
    type: ChangeType,
    old: JsonValue | undefined,
    now: JsonValue | undefined,
  ) => {
    if (!isSame(old, now)) {
      changes.push({ type, before: old, after: now });
    }
  };
  const { summary: old } = before;
  const { summary: now } = after;
  compare('type', old.type, now.type);
  compare('definition', textOf(old.definition), textOf(now.definition));
  compare('purpose', before.purpose, after.purpose);
  compare('owner', ownerOf(old.owner), ownerOf(now.owner));
  compare('tier', old.tier, now.tier);
  compare('layer', old.layer, now.layer);
  compare('domain', old.domain, now.domain);
  compare('update-frequency', old.updateFrequency, now.updateFrequency);
  compare('lifecycle', old.lifecycle, now.lifecycle);
  return [...changes, ...compareColumns(before.columns, after.columns)];
}

function compareColumns(
  before: ComparedDataset['columns'],
  after: ComparedDataset['columns'],
): FoundChange[] {
  const changes: FoundChange[] = [];
  const old = new Map(before.map(column => [column.name, column]));
  for (const column of after) {
    const was = old.get(column.name);
    old.delete(column.name);
    if (!was) {
      changes.push({
        type: 'column-added',
        column: column.name,
        after: column.type,
      });
      continue;
    }
    // Types that nobody told before are news of the teller, not of the column.
    if (was.type !== column.type && was.type && column.type) {
      changes.push({
        type: 'column-retyped',
        column: column.name,
        before: was.type,
        after: column.type,
      });
    }
    const [text, now] = [textOf(was.definition), textOf(column.definition)];
    if (!isSame(text, now)) {
      changes.push({
        type: 'column-definition',
        column: column.name,
        before: text,
        after: now,
      });
    }
  }
  for (const { name, type } of old.values()) {
    changes.push({ type: 'column-dropped', column: name, before: type });
  }
  return changes;
}

function textOf({ en, ja }: Column['definition']): JsonValue | undefined {
  return en || ja ? { ...(en && { en }), ...(ja && { ja }) } : undefined;
}

function ownerOf(
  owner: ComparedDataset['summary']['owner'],
): string | undefined {
  return owner?.ref ?? owner?.label;
}

function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
