import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  FACETS,
  type Facet,
  type FacetName,
} from '@suido/backstage-plugin-data-catalog-common';
import { useNumberFormat } from '@suido/react-kit';
import { useState } from 'react';
import { dataCatalogTranslationRef } from '../translation/ref';
import { FacetValue } from './FacetValue';
import { toggleNarrowing, type Narrowings } from './findingAddress';

const SHOWN_FIRST = 6;

const LABEL = {
  variant: 'body2',
  sx: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: 1,
    width: '100%',
    overflowWrap: 'anywhere',
  },
} as const;

interface FacetsProps {
  readonly facets: readonly Facet[];
  readonly narrowings: Narrowings;
  readonly onChange: (narrowings: Narrowings) => void;
}

/** By what the results can be narrowed, with how many each would leave. */
export function Facets({ facets, narrowings, onChange }: FacetsProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  return (
    <Stack component="section" aria-label={t('facet.title')} spacing={2}>
      {FACETS.map(name => {
        const counted =
          facets.find(({ facet }) => facet === name)?.values ?? [];
        const chosen = narrowings[name] ?? [];
        const values = [
          ...counted,
          // What is chosen can be taken back, also where it leaves nothing.
          ...chosen
            .filter(value => !counted.some(one => one.value === value))
            .map(value => ({ value, count: 0 })),
        ];
        return values.length > 0 ? (
          <FacetGroup
            key={name}
            name={name}
            values={values}
            chosen={chosen}
            onToggle={value =>
              onChange(toggleNarrowing(narrowings, name, value))
            }
          />
        ) : null;
      })}
    </Stack>
  );
}

interface FacetGroupProps {
  readonly name: FacetName;
  readonly values: Facet['values'];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

function FacetGroup({ name, values, chosen, onToggle }: FacetGroupProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const format = useNumberFormat();
  const [isWhole, setWhole] = useState(false);
  const shown = values.filter(
    ({ value }, index) =>
      isWhole || index < SHOWN_FIRST || chosen.includes(value),
  );
  return (
    <Box role="group" aria-label={t(`facet.${name}`)}>
      <Typography variant="subtitle2" component="h2">
        {t(`facet.${name}`)}
      </Typography>
      {shown.map(({ value, count }) => (
        <FormControlLabel
          key={value}
          sx={{ display: 'flex', m: 0, alignItems: 'flex-start' }}
          slotProps={{ typography: LABEL }}
          control={
            <Checkbox
              size="small"
              sx={{ py: 0.25, pl: 0 }}
              checked={chosen.includes(value)}
              onChange={() => onToggle(value)}
            />
          }
          label={
            <>
              <span>
                <FacetValue facet={name} value={value} />
              </span>{' '}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {format(count)}
              </Box>
            </>
          }
        />
      ))}
      {values.length > SHOWN_FIRST && (
        <Button size="small" onClick={() => setWhole(last => !last)}>
          {isWhole
            ? t('facet.less')
            : t('facet.all', { number: format(values.length) })}
        </Button>
      )}
    </Box>
  );
}
