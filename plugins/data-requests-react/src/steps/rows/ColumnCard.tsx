import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward';
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward';
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { MartColumn } from '@suido/backstage-plugin-data-requests-common';
import { IdentifierInput } from '../../fields';
import type { ResolvedSource } from '../../mart';
import { dataRequestsReactTranslationRef } from '../../translation';
import { ColumnRole } from './ColumnRole';
import { DerivedFields } from './DerivedFields';

interface ColumnCardProps {
  readonly column: MartColumn;
  readonly index: number;
  readonly columns: readonly MartColumn[];
  readonly sources: readonly ResolvedSource[];
  readonly onRename: (name: string) => void;
  readonly onChange: (column: MartColumn) => void;
  readonly onRemove: () => void;
  readonly onMoveUp?: () => void;
  readonly onMoveDown?: () => void;
}

/** One column of the mart: its name, where it is from, what it does. */
export function ColumnCard(props: ColumnCardProps) {
  const { column, index, onRename } = props;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const field = `columns.${index}`;
  return (
    <Paper variant="outlined" data-field={field} sx={{ p: 1.5 }}>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          alignItems: 'start',
          gridTemplateColumns: {
            xs: '1fr',
            md: 'minmax(0, 2fr) minmax(0, 3fr) auto',
          },
        }}
      >
        <Box>
          <IdentifierInput
            field={`${field}.name`}
            label={t('rows.nameOf', { number: String(index + 1) })}
            value={column.name}
            onRename={onRename}
          />
          <Typography variant="caption" color="text.secondary">
            <Origin column={column} />
          </Typography>
        </Box>
        {column.role === 'derived' ? (
          <DerivedFields {...props} field={field} column={column} />
        ) : (
          <ColumnRole {...props} field={field} column={column} />
        )}
        <CardActions {...props} />
      </Box>
    </Paper>
  );
}

function Origin({ column }: { readonly column: MartColumn }) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  if (column.role === 'derived') {
    return <>{t('rows.derived')}</>;
  }
  return (
    <>
      {column.column
        ? t('rows.from', { source: `${column.source}.${column.column}` })
        : t('rows.fromRows', { source: column.source })}
    </>
  );
}

function CardActions(props: ColumnCardProps) {
  const { column, onMoveUp, onMoveDown, onRemove } = props;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const { name } = column;
  return (
    <Box sx={{ whiteSpace: 'nowrap' }}>
      <IconButton
        size="small"
        onClick={onMoveUp}
        disabled={!onMoveUp}
        aria-label={t('action.moveUp', { name })}
      >
        <ArrowUpwardIcon fontSize="small" />
      </IconButton>
      <IconButton
        size="small"
        onClick={onMoveDown}
        disabled={!onMoveDown}
        aria-label={t('action.moveDown', { name })}
      >
        <ArrowDownwardIcon fontSize="small" />
      </IconButton>
      <IconButton
        size="small"
        onClick={onRemove}
        aria-label={t('action.removeNamed', { name })}
      >
        <CloseIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}
