/** A field inside a struct. @public */
export interface NestedField {
  /** From the column down: `address.city`. */
  readonly path: string;
  readonly type: string;
}

/**
 * The fields of a column whose type is a struct, or lists of structs, depth
 * first; nothing for any other type.
 *
 * @param column - name of the column, the beginning of every path
 * @param type - as DuckDB writes it: `STRUCT(city VARCHAR, geo STRUCT(lat DOUBLE)[])`
 * @public
 */
export function nestedFields(column: string, type: string): NestedField[] {
  const found: NestedField[] = [];
  const waiting: NestedField[] = [{ path: column, type }];
  for (let field = waiting.pop(); field; field = waiting.pop()) {
    if (field.path !== column || field.type !== type) {
      found.push(field);
    }
    const { path } = field;
    const inner = structFields(field.type).map(each => ({
      path: `${path}.${each.name}`,
      type: each.type,
    }));
    waiting.push(...inner.reverse());
  }
  return found;
}

const STRUCT = /^STRUCT\((.*)\)(?:\[\d*\])*$/s;
const QUOTED_NAME = /^"((?:[^"]|"")*)"\s+(.*)$/s;
const PLAIN_NAME = /^(\S+)\s+(.*)$/s;

function structFields(type: string): { name: string; type: string }[] {
  const inside = STRUCT.exec(type)?.[1];
  return inside === undefined
    ? []
    : splitAtCommas(inside).flatMap(field => {
        const quoted = QUOTED_NAME.exec(field);
        if (quoted) {
          return [{ name: quoted[1].replace(/""/g, '"'), type: quoted[2] }];
        }
        const plain = PLAIN_NAME.exec(field);
        return plain ? [{ name: plain[1], type: plain[2] }] : [];
      });
}

/** At commas outside of brackets, `"names"` and `'values'`. */
function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  // A doubled quote closes and opens again, which comes to the same.
  let quote: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (quote) {
      quote = char === quote ? undefined : quote;
    } else if (char === '"' || char === "'") {
      quote = char;
    } else if (char === '(') {
      depth += 1;
    } else if (char === ')') {
      depth -= 1;
    } else if (char === ',' && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}
