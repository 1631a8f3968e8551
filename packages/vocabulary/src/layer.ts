import { z } from 'zod';

/** How far a dataset is from its source system, nearest first. @public */
export const LAYERS = ['raw', 'staging', 'intermediate', 'mart', 'bi'] as const;

/** @public */
export const layerSchema = z.enum(LAYERS);

/** @public */
export type Layer = z.infer<typeof layerSchema>;
