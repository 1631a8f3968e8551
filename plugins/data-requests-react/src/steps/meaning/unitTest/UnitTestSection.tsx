import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import { ErrorState, LoadingState, useLanguage } from '@suido/react-kit';
import { FieldGroup } from '../../../fields';
import type { MartForm } from '../../../form';
import { useFormTexts } from '../../../translation';
import { UnitTestExamples } from './UnitTestExamples';
import { useUnitTestProposal } from './useUnitTestProposal';

const OUTDATED_RULE = 'unit-test-outdated';

interface UnitTestSectionProps {
  readonly value: MartSpec;
  readonly onChange: (value: MartSpec) => void;
  readonly form: MartForm;
}

/**
 * A check made of sample rows. The author, who knows the business, says
 * whether the numbers are right; only then the spec has it.
 */
export function UnitTestSection(props: UnitTestSectionProps) {
  const { value, onChange, form } = props;
  const t = useFormTexts();
  const language = useLanguage();
  const { proposing, make, show, drop } = useUnitTestProposal(value);
  const { unitTest, ...withoutTest } = value;
  const outdated = form.problems.find(({ rule }) => rule === OUTDATED_RULE);
  const isMaking = proposing.status === 'making';
  const shown = proposing.status === 'made' ? proposing.unitTest : unitTest;
  const confirm = (isConfirmed: boolean) => {
    if (isConfirmed && shown) {
      onChange({ ...value, unitTest: shown });
      drop();
    } else if (shown) {
      onChange(withoutTest);
      show(shown);
    }
  };
  const mayMake = value.columns.length > 0 && !isMaking;
  return (
    <FieldGroup
      field="unitTest"
      title={t('unitTest.title')}
      help={t('unitTest.help')}
    >
      {unitTest && outdated && (
        <Alert severity="warning">
          <AlertTitle>{t('unitTest.outdated')}</AlertTitle>
          {outdated.message[language]}
        </Alert>
      )}
      {proposing.status === 'changed' && (
        <Alert severity="info">{t('unitTest.changed')}</Alert>
      )}
      {proposing.status === 'unavailable' && (
        <Alert severity="info" variant="outlined">
          <AlertTitle>{t('unitTest.unavailable')}</AlertTitle>
          {proposing.reason[language]}
        </Alert>
      )}
      {proposing.status === 'failed' && (
        <ErrorState error={proposing.error} onRetry={make} />
      )}
      {isMaking && (
        <LoadingState rows={3} rowHeightPx={48} label={t('unitTest.making')} />
      )}
      {shown && !isMaking && (
        <UnitTestExamples
          unitTest={shown}
          isConfirmed={shown === unitTest}
          onConfirm={confirm}
        />
      )}
      <Stack direction="row" flexWrap="wrap" alignItems="center" gap={1}>
        <Button
          size="small"
          variant={unitTest && !outdated ? 'text' : 'outlined'}
          onClick={mayMake ? make : undefined}
          aria-disabled={!mayMake}
          sx={mayMake ? undefined : { opacity: 0.6, cursor: 'not-allowed' }}
        >
          {t(unitTest ? 'unitTest.renew' : 'unitTest.make')}
        </Button>
        {unitTest && (
          <Button size="small" onClick={() => onChange(withoutTest)}>
            {t('unitTest.remove')}
          </Button>
        )}
        {value.columns.length === 0 && (
          <Typography variant="body2" color="text.secondary">
            {t('unitTest.needsColumns')}
          </Typography>
        )}
      </Stack>
    </FieldGroup>
  );
}
