import { useEntityPresentation } from '@backstage/plugin-catalog-react';

/** @public */
export interface EntityNameProps {
  readonly entityRef: string;
}

/** A person or group by the name that people know. @public */
export function EntityName({ entityRef }: EntityNameProps) {
  const { primaryTitle, secondaryTitle } = useEntityPresentation(entityRef);
  return <span title={secondaryTitle ?? entityRef}>{primaryTitle}</span>;
}
