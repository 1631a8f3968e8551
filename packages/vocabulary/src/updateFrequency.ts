import { z } from 'zod';

/** How often a dataset is promised to be renewed. @public */
export const UPDATE_FREQUENCIES = [
  'hourly',
  'daily',
  'weekly',
  'monthly',
  'on-demand',
] as const;

/** @public */
export const updateFrequencySchema = z.enum(UPDATE_FREQUENCIES);

/** @public */
export type UpdateFrequency = z.infer<typeof updateFrequencySchema>;
