import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { dataCatalogReactTranslationRef } from '../translation/ref';

/** Widths of the cells; the last is for the button. */
export const GRID_COLUMNS =
  'minmax(160px, 2fr) minmax(100px, 1fr) minmax(200px, 3fr) 130px minmax(80px, 1fr) minmax(80px, 1fr) 34px';

/** Height of the titles in pixels. */
export const HEAD_PX = 44;

const TITLES = ['name', 'type', 'definition', 'tier', 'tags', 'tests'] as const;

/** Titles of the columns' columns; they stay while the rows scroll. */
export function ColumnsHead() {
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  return (
    <Box
      role="rowgroup"
      sx={{ position: 'sticky', top: 0, zIndex: 1, minWidth: 900 }}
    >
      <Box
        role="row"
        aria-rowindex={1}
        sx={{
          display: 'grid',
          gridTemplateColumns: GRID_COLUMNS,
          gap: 1.5,
          px: 1.5,
          height: HEAD_PX,
          alignItems: 'center',
          typography: 'subtitle2',
          bgcolor: 'background.paper',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        {TITLES.map(title => (
          <Box key={title} role="columnheader">
            {t(`columns.${title}`)}
          </Box>
        ))}
        <Box role="columnheader" aria-hidden="true" />
      </Box>
    </Box>
  );
}
