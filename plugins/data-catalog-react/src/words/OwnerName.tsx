import { useTranslationRef } from '@backstage/frontend-plugin-api';
import PersonOutlineIcon from '@mui/icons-material/PersonOutline';
import Box from '@mui/material/Box';
import type { DatasetOwner } from '@suido/backstage-plugin-data-catalog-common';
import { dataCatalogReactTranslationRef } from '../translation/ref';
import { EntityName } from './EntityName';

/** @public */
export interface OwnerNameProps {
  readonly owner?: DatasetOwner;
}

/** Who answers for a dataset; that it is a person is said, not forbidden. @public */
export function OwnerName({ owner }: OwnerNameProps) {
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  if (!owner) {
    return <>{t('owner.none')}</>;
  }
  const name = owner.ref ? (
    <EntityName entityRef={owner.ref} />
  ) : (
    <span>{owner.label}</span>
  );
  if (!owner.isPersonal) {
    return name;
  }
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5 }}>
      <PersonOutlineIcon
        fontSize="inherit"
        sx={{ alignSelf: 'center' }}
        titleAccess={t('owner.personal')}
      />
      {name}
    </Box>
  );
}
