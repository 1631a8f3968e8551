import type { TypedLiteral } from '../generator/readFilterValue';
import type { SqlDialect } from './SqlDialect';

/** A literal; dates and times by a cast, which every warehouse reads alike. */
export function printLiteral(
  { type, text }: TypedLiteral,
  dialect: SqlDialect,
): string {
  switch (type.type) {
    case 'decimal':
      return type.scale === undefined ? text : dialect.exactNumber(text);
    case 'integer':
    case 'boolean':
      return text;
    case 'date':
    case 'timestamp':
      return `cast(${dialect.textLiteral(text)} as ${dialect.typeName(type)})`;
    default:
      return dialect.textLiteral(text);
  }
}
