import { InputError } from '@backstage/errors';
import { z } from 'zod';

const positionSchema = z.strictObject({
  etag: z.string(),
  takenAt: z.iso.datetime(),
  after: z.tuple([z.string(), z.string()]),
});

/**
 * Where a reading is. It carries what the reading began with: should the
 * database have changed by the time it goes on, the next reading finds another
 * etag and reads what was told before the change again.
 */
export type ReadingPosition = z.infer<typeof positionSchema>;

/** A position as the catalog keeps it. */
export function cursorOf(position: ReadingPosition): string {
  return JSON.stringify(position);
}

/** @throws InputError where the catalog gives back what no source gave it */
export function positionOf(cursor: string): ReadingPosition {
  try {
    return positionSchema.parse(JSON.parse(cursor));
  } catch (error) {
    throw new InputError(
      `The cursor of the last batch is damaged; read the source from its beginning: ${error}`,
    );
  }
}
