import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useId } from 'react';
import useSWR from 'swr';
import { dataCatalogTranslationRef } from '../../translation/ref';
import { EditField } from './EditField';
import type { useEdit } from './useEdit';

const GROUPS_AT_MOST = 500;
const LONGEST_CHARS = 512;
const GROUP_REF = /^group:[^/]+\/.+$/;

interface OwnerFieldProps {
  readonly edit: ReturnType<typeof useEdit>;
  readonly help: string;
}

/** Whether a text can be an owner: a group, or nobody. */
export function isOwner(text: string): boolean {
  return text.trim() === '' || GROUP_REF.test(text.trim());
}

/**
 * The group that answers. The groups of the portal's catalog are offered; any
 * other can be typed, also where the catalog does not answer.
 */
export function OwnerField({ edit, help }: OwnerFieldProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const listId = useId();
  const { data: groups = [] } = useSWR(['data-catalog', 'groups'], async () => {
    const { items } = await catalogApi.queryEntities({
      filter: { kind: 'group' },
      fields: ['kind', 'metadata.namespace', 'metadata.name'],
      limit: GROUPS_AT_MOST,
    });
    return items.map(entity => stringifyEntityRef(entity));
  });
  return (
    <>
      <EditField
        edit={edit}
        field="owner"
        label={t('field.owner')}
        help={help}
        maxLength={LONGEST_CHARS}
        list={listId}
        problem={isOwner(edit.values.owner) ? undefined : t('edit.ownerForm')}
      />
      <datalist id={listId}>
        {groups.map(group => (
          <option key={group} value={group} />
        ))}
      </datalist>
    </>
  );
}
