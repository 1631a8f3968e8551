import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Stack from '@mui/material/Stack';
import type { MartUnitTest } from '@suido/backstage-plugin-data-requests-common';
import { useId } from 'react';
import { useFormTexts } from '../../../translation';
import { ExampleTable } from './ExampleTable';

interface UnitTestExamplesProps {
  readonly unitTest: MartUnitTest;
  readonly isConfirmed: boolean;
  readonly onConfirm: (isConfirmed: boolean) => void;
}

/** The rows that go in, the rows that come out, and the author's word for it. */
export function UnitTestExamples(props: UnitTestExamplesProps) {
  const { unitTest, isConfirmed, onConfirm } = props;
  const t = useFormTexts();
  const id = useId();
  return (
    <Stack spacing={1.5}>
      {unitTest.given.map(rows => (
        <ExampleTable
          key={rows.source}
          title={t('unitTest.given', { source: rows.source })}
          label={t('unitTest.table', { name: rows.source })}
          example={rows}
        />
      ))}
      <ExampleTable
        title={t('unitTest.expected')}
        label={t('unitTest.expected')}
        example={unitTest.expected}
      />
      <div>
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              checked={isConfirmed}
              onChange={(_, checked) => onConfirm(checked)}
              inputProps={{ 'aria-describedby': id }}
            />
          }
          label={t('unitTest.confirm')}
        />
        <FormHelperText id={id}>
          {t(isConfirmed ? 'unitTest.confirmed' : 'unitTest.notYet')}
        </FormHelperText>
      </div>
    </Stack>
  );
}
