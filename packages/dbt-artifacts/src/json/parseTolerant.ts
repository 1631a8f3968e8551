import { isUtf8 } from 'node:buffer';
import type { RecordScope } from '../reasons/ReasonLedger';
import { hasConflictMarkers } from './conflictMarkers';
import { countKeys } from './countKeys';
import { isDeeperThan } from './isDeeperThan';
import { replaceUnstorable, mayBeUnstorable } from './unstorable';

/** A parsed value, or `undefined` when the record was refused. */
export interface Parsed {
  readonly value: unknown;
}

/** What is known of a record before it is parsed. */
export interface CutterKnowledge {
  /** Colons outside of strings, for finding duplicate keys. */
  readonly keyCount?: number;
  /** To be looked at here, where the cutter did not. */
  readonly depthLimit?: number;
}

/**
 * Parses one record; what JSON does not allow but writers of artifacts do is
 * put right and said to `scope`.
 *
 * @param cutter - what the one who cut the record out knows of it
 * @returns `undefined` when the record was refused
 */
export function parseTolerant(
  bytes: Buffer,
  cutter: CutterKnowledge,
  scope: RecordScope,
): Parsed | undefined {
  if (!isUtf8(bytes)) {
    scope.repair('invalid-utf8');
  }
  const text = bytes.toString('utf8');
  const value = parse(text, scope);
  if (value === undefined) {
    scope.refuse(hasConflictMarkers(text) ? 'git-conflict' : 'record-not-json');
    return undefined;
  }
  const { keyCount, depthLimit } = cutter;
  if (keyCount !== undefined && keyCount > countKeys(value)) {
    scope.repair('duplicate-key');
  }
  if (depthLimit !== undefined && isDeeperThan(value, depthLimit)) {
    scope.refuse('record-too-deep');
    return undefined;
  }
  if (mayBeUnstorable(text)) {
    return { value: replaceUnstorable(value, scope) };
  }
  return { value };
}

// `undefined` is no JSON value, so it can stand for "cannot be parsed"
function parse(text: string, scope: RecordScope): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { repaired, hasNaN, hasOther } = repairText(text);
    try {
      const value: unknown = JSON.parse(repaired);
      if (hasNaN) {
        scope.repair('not-a-number');
      }
      if (hasOther) {
        scope.repair('control-character');
      }
      return value;
    } catch {
      return undefined;
    }
  }
}

// Strings, the three words of Python's json module, and commas before a
// closing bracket. A string matches from its quote in any case, to the end of
// the text if need be: the words are found outside of strings only, and no text
// makes this take longer than its length.
const REPAIRABLE =
  /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|-?\b(?:NaN|Infinity)\b|,(?=\s*[}\]])/g;

function repairText(text: string) {
  let hasNaN = false;
  let hasOther = false;
  const repaired = text.replace(REPAIRABLE, found => {
    if (found === ',') {
      hasOther = true;
      return '';
    }
    if (!found.startsWith('"')) {
      hasNaN = true;
      return 'null';
    }
    // eslint-disable-next-line no-control-regex
    return found.replace(/[\u0000-\u001f]/g, character => {
      hasOther = true;
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
  });
  return { repaired, hasNaN, hasOther };
}
