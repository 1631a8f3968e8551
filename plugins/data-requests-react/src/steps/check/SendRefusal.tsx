import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { useErrorWords } from '@suido/react-kit';
import { CheckLine } from '../../panel/CheckLine';
import { useFormTexts } from '../../translation';
import { checksOfRefusal } from './checksOfRefusal';

interface SendRefusalProps {
  readonly error: Error;
  /** Called with the path of the field that mends a check. */
  readonly onJump?: (field: string) => void;
}

/** Why a request was not sent; where checks stand against it, the way to mend them. */
export function SendRefusal({ error, onJump }: SendRefusalProps) {
  const t = useFormTexts();
  const { title, message, cure } = useErrorWords()(error);
  const checks = checksOfRefusal(error);
  return (
    <Alert severity="error" sx={{ width: '100%' }}>
      <AlertTitle>{t('send.failed')}</AlertTitle>
      {checks.length > 0 ? (
        <>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, mb: 1, p: 0 }}>
            {checks.map((check, index) => (
              <CheckLine key={index} check={check} onJump={onJump} />
            ))}
          </Box>
          {t('send.failedKept')}
        </>
      ) : (
        <>
          {title}. {message} {cure} {t('send.failedKept')}
        </>
      )}
    </Alert>
  );
}
