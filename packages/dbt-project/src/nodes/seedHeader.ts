/**
 * The column names in the first line of a CSV text.
 *
 * @remarks
 * Source: RFC 4180. Names may be quoted and hold the delimiter or a line
 * break; nameless columns are left out.
 */
export function readCsvHeader(
  text: string,
  delimiter = ',',
): readonly string[] {
  const names: string[] = [];
  let name = '';
  let quoted = false;
  const content = text.replace(/^\uFEFF/, '');
  for (let index = 0; index < content.length; index += 1) {
    const character = content[index];
    if (quoted) {
      if (character !== '"') {
        name += character;
      } else if (content[index + 1] === '"') {
        name += '"';
        index += 1;
      } else {
        quoted = false;
      }
    } else if (character === '"' && name === '') {
      quoted = true;
    } else if (character === delimiter) {
      names.push(name);
      name = '';
    } else if (character === '\n' || character === '\r') {
      break;
    } else {
      name += character;
    }
  }
  names.push(name);
  return [...new Set(names.map(column => column.trim()).filter(Boolean))];
}
