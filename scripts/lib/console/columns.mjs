// East Asian wide characters take two columns of a terminal; without this what
// follows Japanese words would not stand below each other.
function columnsOf(character) {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
    character,
  )
    ? 2
    : 1;
}

/** Columns that a text takes. */
export function widthOf(text) {
  return [...text].reduce((sum, character) => sum + columnsOf(character), 0);
}

/**
 * @param {string} text
 * @param {number} width in columns
 */
export function padEndColumns(text, width) {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/**
 * @param {string} text
 * @param {number} width in columns
 */
export function cutToColumns(text, width) {
  let used = 0;
  let cut = '';
  for (const character of text) {
    used += columnsOf(character);
    if (used > width) {
      break;
    }
    cut += character;
  }
  return cut;
}
