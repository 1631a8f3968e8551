import { useTranslationRef } from '@backstage/frontend-plugin-api';
import KeyboardIcon from '@mui/icons-material/Keyboard';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useId } from 'react';
import { dataRequestsTranslationRef } from '../../translation/ref';
import type { Shortcuts } from './useShortcuts';

const ROWS = [
  ['?', 'help'],
  ['1 – 6', 'section'],
  ['j', 'nextFile'],
  ['k', 'previousFile'],
  ['n', 'nextComment'],
  ['p', 'previousComment'],
  ['c', 'comment'],
  ['a', 'approve'],
  ['r', 'requestChanges'],
  ['m', 'merge'],
  ['d', 'mode'],
  ['↑ ↓', 'lines'],
  ['Shift + ↑ ↓', 'range'],
  ['Enter, c', 'lineComment'],
] as const;

interface ShortcutHelpProps {
  readonly shortcuts: Shortcuts;
}

/** A visible button that lists the shortcuts and switches them off. */
export function ShortcutHelp({ shortcuts }: ShortcutHelpProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const titleId = useId();
  const close = () => shortcuts.setHelpOpen(false);
  return (
    <>
      <Button
        size="small"
        startIcon={<KeyboardIcon aria-hidden="true" />}
        onClick={() => shortcuts.setHelpOpen(true)}
      >
        {t('shortcuts.open')}
      </Button>
      <Dialog
        open={shortcuts.isHelpOpen}
        onClose={close}
        aria-labelledby={titleId}
      >
        <DialogTitle id={titleId}>{t('shortcuts.open')}</DialogTitle>
        <DialogContent>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{t('shortcuts.key')}</TableCell>
                <TableCell>{t('shortcuts.effect')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {ROWS.map(([key, effect]) => (
                <TableRow key={key}>
                  <TableCell>
                    <kbd>{key}</kbd>
                  </TableCell>
                  <TableCell>{t(`shortcuts.${effect}`)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <FormControlLabel
            control={
              <Switch
                checked={shortcuts.enabled}
                onChange={(_, checked) => shortcuts.setEnabled(checked)}
              />
            }
            label={t('shortcuts.use')}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{t('shortcuts.close')}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
