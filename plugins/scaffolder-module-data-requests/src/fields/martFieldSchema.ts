import type { FieldProps, FieldValue } from './FieldProps';
import {
  makeFieldSchema,
  type CustomFieldValidator,
} from '@backstage/plugin-scaffolder-react';

/**
 * The value of every field of this module. Loose on purpose: the scaffolder
 * speaks zod 3, and what is inside is parsed with the contract (zod 4).
 */
export const martFieldSchema = makeFieldSchema({
  output: z => z.record(z.unknown()),
});

/** What a field of this module is made of, before the scaffolder wraps it. */
export interface MartFieldData {
  readonly name: string;
  readonly schema: typeof martFieldSchema;
  readonly component: (props: FieldProps) => JSX.Element;
  readonly validation?: CustomFieldValidator<FieldValue>;
}
