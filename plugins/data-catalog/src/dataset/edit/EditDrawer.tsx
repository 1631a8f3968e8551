import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';
import { useId, useState } from 'react';
import { ConfirmDialog } from '../../frame/ConfirmDialog';
import { dataCatalogTranslationRef } from '../../translation/ref';
import { EditFields } from './EditFields';
import { EditOutcome } from './EditOutcome';
import type { EditTarget } from './EditTarget';
import { isOwner } from './OwnerField';
import { useEdit } from './useEdit';

interface EditDrawerProps {
  readonly dataset: Dataset;
  readonly target: EditTarget;
  readonly onClose: () => void;
}

/** Writes what counts before what the sources say, beside the page it is about. */
export function EditDrawer({ dataset, target, onClose }: EditDrawerProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const id = useId();
  const column = target.kind === 'column' ? target.column : undefined;
  const edit = useEdit(dataset, column, onClose);
  const [isLeaving, setLeaving] = useState(false);
  const isBusy = edit.outcome.status === 'busy';
  const leave = () => (edit.hasTyped ? setLeaving(true) : onClose());
  return (
    <Drawer
      anchor="right"
      open
      onClose={leave}
      PaperProps={{
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': `${id}-title`,
        sx: { width: { xs: '100%', sm: 480 } },
      }}
    >
      <Stack
        component="form"
        noValidate
        spacing={2.5}
        sx={{ p: 3 }}
        onSubmit={event => {
          event.preventDefault();
          edit.save();
        }}
      >
        <div>
          <Typography id={`${id}-title`} variant="h6" component="h2">
            {t('edit.title', {
              name: column ? `${dataset.name}.${column.name}` : dataset.name,
            })}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {t('edit.intro')}
          </Typography>
        </div>
        <EditOutcome outcome={edit.outcome} />
        <EditFields dataset={dataset} target={target} edit={edit} />
        <Stack direction="row" justifyContent="flex-end" gap={1}>
          <Button onClick={leave}>{t('cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            disabled={isBusy || !edit.hasTyped || !isOwner(edit.values.owner)}
          >
            {t(edit.outcome.status === 'moved' ? 'edit.saveOver' : 'edit.save')}
          </Button>
        </Stack>
      </Stack>
      <ConfirmDialog
        open={isLeaving}
        title={t('edit.leave.title')}
        body={t('edit.leave.body')}
        action={t('edit.leave.action')}
        onConfirm={onClose}
        onClose={() => setLeaving(false)}
      />
    </Drawer>
  );
}
