import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';
import { useNumberFormat } from '@suido/react-kit';
import { useState } from 'react';
import { dataCatalogTranslationRef } from '../translation/ref';
import { NeighbourName } from './NeighbourName';

const SHOWN_FIRST = 100;

/** What a dataset is made of, and what is made of it. */
export function LinksSection({ dataset }: { readonly dataset: Dataset }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' },
      }}
    >
      <NeighbourList direction="reads" neighbours={dataset.reads} />
      <NeighbourList direction="readBy" neighbours={dataset.readBy} />
    </Box>
  );
}

interface NeighbourListProps {
  readonly direction: 'reads' | 'readBy';
  readonly neighbours: Dataset['reads'];
}

function NeighbourList({ direction, neighbours }: NeighbourListProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const format = useNumberFormat();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? neighbours : neighbours.slice(0, SHOWN_FIRST);
  const title = t(`links.${direction}`);
  return (
    <section aria-label={title}>
      <Typography variant="subtitle1" component="h3">
        {title} ({format(neighbours.length)})
      </Typography>
      {neighbours.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {t(`links.${direction}None`)}
        </Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {shown.map((neighbour, index) => (
            <li key={neighbour.key ?? index}>
              <NeighbourName neighbour={neighbour} />
            </li>
          ))}
        </Box>
      )}
      {shown.length < neighbours.length && (
        <Button size="small" onClick={() => setWhole(true)}>
          {t('links.all')}
        </Button>
      )}
    </section>
  );
}
