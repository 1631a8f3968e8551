import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import { locateInModel } from './locateInModel';
import { locateInProperties } from './locateInProperties';

/** Says which field of the spec a line of a file comes from, if any. */
export type FieldLocator = (line: number) => string | undefined;

const NOWHERE: FieldLocator = () => undefined;

/**
 * Which field of a spec the lines of a generated file come from, so that a
 * comment on a line becomes a task on a field.
 *
 * @remarks
 * The file may be of another commit than the spec, or changed by hand: it is
 * read as it is, and what it names is looked for in the spec. So a field that
 * moved is found at its new place, and one that is gone is not found.
 *
 * @param file - its path, which says what kind of file it is, and its content
 * @returns paths such as `columns.2.definition`; lines count from 1
 */
export function locateField(
  spec: MartSpec,
  { path, content }: { readonly path: string; readonly content: string },
): FieldLocator {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === `${spec.name}.sql`) {
    return locateInModel(spec, content);
  }
  if (/\.ya?ml$/.test(name)) {
    return locateInProperties(spec, content);
  }
  const field = fieldOfTestFile(spec, name);
  return field === undefined ? NOWHERE : () => field;
}

/** Tests that need a file of their own are named after what they test. */
function fieldOfTestFile(spec: MartSpec, name: string): string | undefined {
  if (name === `${spec.name}_grain.sql`) {
    return 'grain';
  }
  const index = spec.tests.findIndex(
    ({ kind, column }) =>
      kind === 'not-negative' &&
      name === `${spec.name}_${column}_not_negative.sql`,
  );
  return index < 0 ? undefined : `tests.${index}`;
}
