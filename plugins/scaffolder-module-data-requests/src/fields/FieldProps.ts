import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';

/** What a page of the Template keeps: a part of the spec, as plain JSON. */
export type FieldValue = Readonly<Record<string, unknown>>;

/** Props of every field of this module. */
export type FieldProps = FieldExtensionComponentProps<FieldValue>;
