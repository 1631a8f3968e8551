import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward';
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward';
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { MartColumn } from '@suido/backstage-plugin-data-requests-common';
import { IdentifierInput } from '../../fields';
import type { MartColumnTypes, ResolvedSource } from '../../mart';
import { useFormTexts } from '../../translation';
import { columnWords } from '../../words';
import { CalculationEditor } from './calculation/CalculationEditor';
import { ColumnRole } from './ColumnRole';
import { ZeroDivisorNote } from './calculation/ZeroDivisorNote';

interface ColumnCardProps {
  readonly column: MartColumn;
  readonly index: number;
  readonly columns: readonly MartColumn[];
  readonly types: MartColumnTypes;
  readonly sources: readonly ResolvedSource[];
  readonly onRename: (name: string) => void;
  readonly onChange: (column: MartColumn) => void;
  readonly onRemove: () => void;
  readonly onMoveUp?: () => void;
  readonly onMoveDown?: () => void;
}

/** One column of the mart: its name, what it does, and that in words. */
export function ColumnCard(props: ColumnCardProps) {
  const { column, index, columns, types, onRename, onChange } = props;
  const t = useFormTexts();
  const field = `columns.${index}`;
  const isDerived = column.role === 'derived';
  return (
    <Paper variant="outlined" data-field={field} sx={{ p: 1.5 }}>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          alignItems: 'start',
          gridTemplateColumns: {
            xs: '1fr',
            md: isDerived
              ? 'minmax(0, 1fr) auto'
              : 'minmax(0, 2fr) minmax(0, 3fr) auto',
          },
        }}
      >
        <IdentifierInput
          field={`${field}.name`}
          label={t('rows.nameOf', { number: String(index + 1) })}
          value={column.name}
          onRename={onRename}
        />
        {!isDerived && <ColumnRole {...props} field={field} column={column} />}
        <CardActions {...props} />
      </Box>
      {isDerived && (
        <Box sx={{ mt: 1.5 }}>
          <CalculationEditor
            field={field}
            column={column}
            columns={columns}
            types={types}
            onChange={onChange}
          />
        </Box>
      )}
      <Typography
        variant="body2"
        color="text.secondary"
        sx={{ mt: 1, overflowWrap: 'anywhere' }}
      >
        {columnWords(t, column, { columns, types })}
        {isDerived && <ZeroDivisorNote calculation={column.calculation} />}
      </Typography>
    </Paper>
  );
}

function CardActions(props: ColumnCardProps) {
  const { column, onMoveUp, onMoveDown, onRemove } = props;
  const t = useFormTexts();
  const { name } = column;
  return (
    <Box sx={{ whiteSpace: 'nowrap' }}>
      <IconButton
        size="small"
        data-move="up"
        onClick={onMoveUp}
        disabled={!onMoveUp}
        aria-label={t('action.moveUp', { name })}
      >
        <ArrowUpwardIcon fontSize="small" />
      </IconButton>
      <IconButton
        size="small"
        data-move="down"
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
