import { toError } from '@backstage/errors';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useErrorWords } from '@suido/react-kit';
import { useId, useState } from 'react';
import { useFormTexts } from '../translation';

interface UseInsteadButtonProps {
  readonly name: string;
  /** Rejects where the draft could not be ended. */
  readonly onUse: () => Promise<void>;
}

/** Ends the draft for something that is there, after asking once. */
export function UseInsteadButton({ name, onUse }: UseInsteadButtonProps) {
  const t = useFormTexts();
  const describe = useErrorWords();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const use = async () => {
    setIsBusy(true);
    setError(undefined);
    try {
      await onUse();
      setIsOpen(false);
    } catch (failure) {
      setError(toError(failure));
    } finally {
      setIsBusy(false);
    }
  };
  const words = error && describe(error);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-label={t('duplicate.useInsteadNamed', { name })}
        onClick={() => {
          setError(undefined);
          setIsOpen(true);
        }}
      >
        {t('duplicate.useInstead')}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-body`}
      >
        <DialogTitle id={`${id}-title`}>
          {t('duplicate.confirmTitle', { name })}
        </DialogTitle>
        <DialogContent>
          <DialogContentText id={`${id}-body`}>
            {t('duplicate.confirmBody', { name })}
          </DialogContentText>
          {words && (
            <Alert severity="error" sx={{ mt: 2 }}>
              <AlertTitle>{t('duplicate.failed')}</AlertTitle>
              {words.title}. {words.message} {words.cure}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setIsOpen(false)}>
            {t('duplicate.cancel')}
          </Button>
          <Button
            variant="contained"
            disabled={isBusy}
            onClick={() => void use()}
          >
            {t('duplicate.confirm', { name })}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
