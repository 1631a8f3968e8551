import type { DatasetId } from '@suido/vocabulary';
import type { ContractObject, ContractProblem } from '../reading/Contract';
import type { ContractDataset } from './ContractDataset';

/**
 * The relationships of an object to objects of the same contract; the others
 * are problems.
 */
export function foreignKeysOf(
  object: ContractObject,
  ids: ReadonlyMap<ContractObject, DatasetId>,
  problems: ContractProblem[],
): NonNullable<ContractDataset['foreignKeys']> {
  return object.relationships.flatMap(({ from, to }) => {
    const columns = from.map(each => columnIn(object, each));
    const target = [...ids.keys()].find(each =>
      to.every(reference => columnIn(each, reference) !== undefined),
    );
    const references = target && ids.get(target);
    if (!target || !references || columns.includes(undefined)) {
      problems.push({
        code: 'unknown-relationship',
        at: object.at,
        message: `${from.join(', ')} refers to ${to.join(
          ', ',
        )}, which is not in the contract`,
      });
      return [];
    }
    return [
      {
        columns: columns.flatMap(each => each ?? []),
        references,
        referencedColumns: to.flatMap(each => columnIn(target, each) ?? []),
      },
    ];
  });
}

/** Path of the column that `object.column` means, where it is the object's. */
function columnIn(
  object: ContractObject,
  reference: string,
): string | undefined {
  return [object.name, object.physicalName]
    .filter(name => reference.startsWith(`${name}.`))
    .map(name => reference.slice(name.length + 1))
    .map(
      column =>
        object.properties.find(
          each => each.logicalPath === column || each.path === column,
        )?.path,
    )
    .find(Boolean);
}
