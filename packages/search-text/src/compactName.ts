import { foldText } from './foldText';

/** Nobody types more; keeps junk cheap. */
const MOST_CHARS = 200;

/**
 * A name without separators and folded, so that `client_id`, `clientId` and
 * `Client ID` are one: letters and digits alone, at most 200 characters.
 * @public
 */
export function compactName(name: string): string {
  return [...foldText(name).replace(/[^\p{L}\p{N}\p{M}ー]+/gu, '')]
    .slice(0, MOST_CHARS)
    .join('');
}
