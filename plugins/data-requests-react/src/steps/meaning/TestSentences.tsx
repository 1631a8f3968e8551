import CheckIcon from '@mui/icons-material/Check';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type {
  MartColumn,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { FieldGroup, TokenInput } from '../../fields';
import type { MartForm } from '../../form';
import {
  acceptedValuesOf,
  testsFor,
  toggleTest,
  withAcceptedValues,
  type TestKind,
} from '../../mart';
import { useFormTexts } from '../../translation';

const SENTENCES = {
  'not-null': 'meaning.testNotNull',
  unique: 'meaning.testUnique',
  'not-negative': 'meaning.testNotNegative',
  'accepted-values': 'meaning.testAccepted',
} as const satisfies Record<TestKind, string>;

interface TestSentencesProps {
  readonly value: MartSpec;
  readonly onChange: (value: MartSpec) => void;
  readonly form: MartForm;
}

/** What must hold, as sentences to tick. */
export function TestSentences(props: TestSentencesProps) {
  const { value } = props;
  const t = useFormTexts();
  const columns = value.grain.join(t('rows.grainJoin'));
  return (
    <FieldGroup
      field="tests"
      title={t('meaning.tests')}
      help={t('meaning.testsHelp')}
    >
      <Stack direction="row" spacing={1} alignItems="center">
        {columns && <CheckIcon fontSize="small" aria-hidden="true" />}
        <Typography variant="body2">
          {columns
            ? `${t('meaning.testGrain', { columns })} (${t('meaning.always')})`
            : t('meaning.testGrainNone')}
        </Typography>
      </Stack>
      {value.columns.map((column, index) => (
        <ColumnTests key={index} {...props} column={column} />
      ))}
    </FieldGroup>
  );
}

interface ColumnTestsProps extends TestSentencesProps {
  readonly column: MartColumn;
}

function ColumnTests({ value, onChange, form, column }: ColumnTestsProps) {
  const t = useFormTexts();
  const { name } = column;
  const accepted = acceptedValuesOf(value, name);
  // A rule that was ticked before the column changed must not become
  // impossible to untick.
  const kinds = new Set([
    ...testsFor(value, column, form.datasets),
    ...value.tests.filter(test => test.column === name).map(({ kind }) => kind),
  ]);
  return (
    <Box role="group" aria-label={t('meaning.testsOf', { name })}>
      {[...kinds].map(kind => {
        const index = value.tests.findIndex(
          test => test.kind === kind && test.column === name,
        );
        return (
          <FormControlLabel
            key={kind}
            data-field={index < 0 ? undefined : `tests.${index}`}
            control={
              <Checkbox
                size="small"
                checked={index >= 0}
                onChange={() => onChange(toggleTest(value, kind, name))}
              />
            }
            label={
              <Typography variant="body2" component="span">
                {t(SENTENCES[kind], { name })}
              </Typography>
            }
          />
        );
      })}
      {accepted && (
        <TokenInput
          field={`tests.${accepted.index}.values`}
          label={t('meaning.acceptedValues', { name })}
          values={accepted.values}
          onChange={values => onChange(withAcceptedValues(value, name, values))}
        />
      )}
    </Box>
  );
}
