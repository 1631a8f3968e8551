import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import { AuthoredTextInput, FieldGroup } from '../../fields';
import { dataRequestsReactTranslationRef } from '../../translation';

interface ColumnDefinitionsProps {
  readonly value: MartSpec;
  readonly onChange: (value: MartSpec) => void;
}

/** A definition per column; those of the sources are filled in already. */
export function ColumnDefinitions({ value, onChange }: ColumnDefinitionsProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  return (
    <FieldGroup title={t('meaning.columns')}>
      {value.columns.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          {t('meaning.noColumns')}
        </Typography>
      )}
      {value.columns.map((column, index) => (
        <Box
          key={index}
          sx={{
            display: 'grid',
            gap: 1,
            alignItems: 'baseline',
            gridTemplateColumns: {
              xs: '1fr',
              md: 'minmax(0, 1fr) minmax(0, 4fr)',
            },
          }}
        >
          <Typography
            variant="body2"
            fontWeight={600}
            sx={{ overflowWrap: 'anywhere' }}
          >
            {column.name}
          </Typography>
          <AuthoredTextInput
            field={`columns.${index}.definition`}
            label={t('meaning.columnLabel', { name: column.name })}
            value={column.definition}
            onChange={definition =>
              onChange({
                ...value,
                columns: value.columns.with(index, { ...column, definition }),
              })
            }
            hideLabels
          />
        </Box>
      ))}
    </FieldGroup>
  );
}
