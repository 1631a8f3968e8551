import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Fragment } from 'react';
import { EntityName } from '../../states/EntityName';
import { dataRequestsTranslationRef } from '../../translation/ref';

/** People and groups by the names that people know. */
export function NameList({
  entityRefs,
}: {
  readonly entityRefs: readonly string[];
}) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  return (
    <>
      {entityRefs.map((entityRef, index) => (
        <Fragment key={entityRef}>
          {index > 0 && t('list.separator')}
          <EntityName entityRef={entityRef} />
        </Fragment>
      ))}
    </>
  );
}
