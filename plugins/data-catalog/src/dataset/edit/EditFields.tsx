import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Stack from '@mui/material/Stack';
import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';
import { useEffect, useRef } from 'react';
import { dataCatalogTranslationRef } from '../../translation/ref';
import { DefinitionFields } from './DefinitionFields';
import { EditField } from './EditField';
import type { EditTarget } from './EditTarget';
import { OwnerField } from './OwnerField';
import { TierField } from './TierField';
import type { useEdit } from './useEdit';
import { useSourceSays } from './useSourceSays';

const LONGEST_PURPOSE_CHARS = 5_000;

interface EditFieldsProps {
  readonly dataset: Dataset;
  readonly target: EditTarget;
  readonly edit: ReturnType<typeof useEdit>;
}

/** What can be written; the focus begins where the writer wanted to. */
export function EditFields({ dataset, target, edit }: EditFieldsProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const sourceSays = useSourceSays(dataset);
  const fields = useRef<HTMLDivElement>(null);
  const focus = target.kind === 'dataset' ? target.focus : undefined;
  useEffect(() => {
    // The definition stands first, in the writer's language.
    const wanted =
      focus === undefined || focus === 'definition'
        ? '[data-field]'
        : `[data-field="${focus}"]`;
    fields.current?.querySelector<HTMLElement>(wanted)?.focus();
  }, [focus]);
  if (target.kind === 'column') {
    return (
      <Stack ref={fields} spacing={2.5}>
        <DefinitionFields edit={edit} help={t('edit.markdown')} />
      </Stack>
    );
  }
  return (
    <Stack ref={fields} spacing={2.5}>
      <DefinitionFields
        edit={edit}
        help={sourceSays('definition') ?? t('edit.markdown')}
      />
      <EditField
        edit={edit}
        field="purpose"
        label={t('field.purpose')}
        help={sourceSays('purpose') ?? t('edit.purposeHelp')}
        rows={3}
        maxLength={LONGEST_PURPOSE_CHARS}
      />
      <OwnerField
        edit={edit}
        help={sourceSays('owner') ?? t('edit.ownerHelp')}
      />
      <TierField edit={edit} />
    </Stack>
  );
}
