import type { DatabaseConfig } from './readDatabaseConfigs';
import type { SchemaRow } from './queries/listSchemas';

/** Which schemas are told, and which would be if the user were allowed to look. */
export function selectSchemas(
  schemas: readonly SchemaRow[],
  { include, exclude }: DatabaseConfig['schemas'],
): { told: string[]; withheld: string[] } {
  const selected = schemas.filter(
    ({ name }) =>
      include.some(pattern => matches(name, pattern)) &&
      !exclude.some(pattern => matches(name, pattern)),
  );
  return {
    told: selected.filter(each => each.isUsable).map(({ name }) => name),
    withheld: selected.filter(each => !each.isUsable).map(({ name }) => name),
  };
}

/** `*` is any text; everything else is itself. */
function matches(name: string, pattern: string): boolean {
  const literals = pattern
    .split('*')
    .map(part => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${literals.join('.*')}$`, 's').test(name);
}
