import { z } from 'zod';

/** A text of ours in every language. @public */
export const localizedTextSchema = z.object({ en: z.string(), ja: z.string() });
