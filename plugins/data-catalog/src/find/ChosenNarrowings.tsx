import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import { dataCatalogTranslationRef } from '../translation/ref';
import { FacetValue } from './FacetValue';
import {
  listNarrowings,
  toggleNarrowing,
  type Narrowings,
} from './findingAddress';

interface ChosenNarrowingsProps {
  readonly narrowings: Narrowings;
  readonly onChange: (narrowings: Narrowings) => void;
}

/** What narrows the search, each to be pressed away. */
export function ChosenNarrowings({
  narrowings,
  onChange,
}: ChosenNarrowingsProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const chosen = listNarrowings(narrowings);
  if (chosen.length === 0) {
    return null;
  }
  return (
    <Stack
      direction="row"
      flexWrap="wrap"
      alignItems="center"
      gap={1}
      role="group"
      aria-label={t('find.narrowedBy')}
    >
      {chosen.map(({ facet, value }) => {
        const remove = () =>
          onChange(toggleNarrowing(narrowings, facet, value));
        return (
          <Chip
            key={`${facet}:${value}`}
            size="small"
            sx={{ m: 0 }}
            onClick={remove}
            onDelete={remove}
            label={
              <>
                {t(`facet.${facet}`)}
                {t('colon')}
                <FacetValue facet={facet} value={value} />
              </>
            }
          />
        );
      })}
      <Button size="small" onClick={() => onChange({})}>
        {t('find.clear')}
      </Button>
    </Stack>
  );
}
