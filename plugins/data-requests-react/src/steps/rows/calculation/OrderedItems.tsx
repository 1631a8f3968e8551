import AddIcon from '@mui/icons-material/Add';
import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward';
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward';
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { ReactNode } from 'react';
import { useFormTexts } from '../../../translation';
import { useFocusOfMoved } from '../useFocusOfMoved';

interface OrderedItemsProps<T> {
  readonly items: readonly T[];
  readonly onChange: (items: T[]) => void;
  /** Accessible name of one item, such as “Rule 2 of size”. */
  readonly nameOf: (index: number) => string;
  readonly children: (item: T, index: number) => ReactNode;
  readonly addLabel: string;
  readonly onAdd: () => void;
  readonly most: number;
}

/** Items whose order counts: moved, removed and added with buttons. */
export function OrderedItems<T>(props: OrderedItemsProps<T>) {
  const { items, onChange, nameOf, children, addLabel, onAdd, most } = props;
  const { list, follow } = useFocusOfMoved<HTMLOListElement>();
  const swap = (from: number, to: number) => {
    onChange(items.with(from, items[to]).with(to, items[from]));
    follow(from, to);
  };
  return (
    <>
      <Box
        component="ol"
        ref={list}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
      >
        {items.map((item, index) => (
          <Box
            component="li"
            key={index}
            sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>{children(item, index)}</Box>
            <ItemButtons
              name={nameOf(index)}
              onUp={index > 0 ? () => swap(index, index - 1) : undefined}
              onDown={
                index < items.length - 1
                  ? () => swap(index, index + 1)
                  : undefined
              }
              onRemove={() => onChange(items.toSpliced(index, 1))}
            />
          </Box>
        ))}
      </Box>
      {items.length < most && (
        <Button
          size="small"
          startIcon={<AddIcon aria-hidden="true" />}
          onClick={onAdd}
          sx={{ alignSelf: 'flex-start' }}
        >
          {addLabel}
        </Button>
      )}
    </>
  );
}

interface ItemButtonsProps {
  readonly name: string;
  readonly onUp?: () => void;
  readonly onDown?: () => void;
  readonly onRemove: () => void;
}

function ItemButtons({ name, onUp, onDown, onRemove }: ItemButtonsProps) {
  const t = useFormTexts();
  return (
    <Box sx={{ whiteSpace: 'nowrap' }}>
      <IconButton
        size="small"
        data-move="up"
        onClick={onUp}
        disabled={!onUp}
        aria-label={t('action.moveUp', { name })}
      >
        <ArrowUpwardIcon fontSize="small" />
      </IconButton>
      <IconButton
        size="small"
        data-move="down"
        onClick={onDown}
        disabled={!onDown}
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
