import type { Fields } from '../fields/Fields';
import type { DescribedColumn } from '../records/DatasetRecord';
import type { Constraint } from '../records/shared';
import { metaOf, tagsOf } from './describe';

/** Columns in the order of the file; without a name the key serves. */
export function readColumns(fields: Fields): readonly DescribedColumn[] {
  return fields.objects('columns').flatMap(({ key, fields: column }) => {
    const name = column.text('name') ?? key;
    if (!name) {
      return [];
    }
    const isQuoted = column.flag('quote');
    return [
      {
        name,
        type: column.text('data_type'),
        description: column.text('description'),
        tags: tagsOf(column),
        meta: metaOf(column),
        constraints: readConstraints(column),
        ...(isQuoted && { isQuoted }),
      },
    ];
  });
}

/** Constraints of a model or of a column. */
export function readConstraints(fields: Fields): readonly Constraint[] {
  return fields.objects('constraints').flatMap(({ fields: constraint }) => {
    const type = constraint.text('type');
    if (!type) {
      return [];
    }
    return [
      {
        type,
        name: constraint.text('name'),
        expression: constraint.text('expression'),
        columns: constraint.oneOrMore('columns'),
        to: constraint.text('to'),
        toColumns: constraint.oneOrMore('to_columns'),
      },
    ];
  });
}
