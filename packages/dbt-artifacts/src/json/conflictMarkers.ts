const MARKER_LENGTH = 7;
const MARKER_BYTES: ReadonlySet<number> = new Set([0x3c, 0x3d, 0x3e, 0x7c]);

/**
 * Whether seven equal bytes of `<`, `=`, `>` or `|` stand here, as git writes
 * them into a file whose merge nobody resolved.
 */
export function conflictMarkerAt(bytes: Buffer, position: number): boolean {
  const byte = bytes[position];
  if (!MARKER_BYTES.has(byte)) {
    return false;
  }
  // A marker that the end of a chunk cuts is taken for one as well: none of
  // these bytes may stand outside of a JSON string.
  const end = Math.min(position + MARKER_LENGTH, bytes.length);
  for (let index = position + 1; index < end; index++) {
    if (bytes[index] !== byte) {
      return false;
    }
  }
  return true;
}

/** Whether a line of the text is a conflict marker. */
export function hasConflictMarkers(text: string): boolean {
  return /^(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)/m.test(text);
}
