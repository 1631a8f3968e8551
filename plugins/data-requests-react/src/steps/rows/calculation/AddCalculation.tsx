import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type {
  MartCalculation,
  MartColumn,
} from '@suido/backstage-plugin-data-requests-common';
import { useId, useState } from 'react';
import {
  CALCULATION_STARTERS,
  startCalculation,
  startFrom,
  type CalculationStarter,
  type MartColumnTypes,
} from '../../../mart';
import { useFormTexts } from '../../../translation';

/** Why a beginning cannot be offered, by what it needs. */
const NEEDS = {
  share: 'starter.needsNumbers',
  difference: 'starter.needsNumbers',
  'days-between': 'starter.needsDates',
  buckets: 'starter.needsNumber',
} as const satisfies Record<CalculationStarter, string>;

// Names of columns stay Latin in every language.
const NAMES = {
  share: 'share',
  difference: 'difference',
  'days-between': 'days',
  buckets: 'bucket',
} as const satisfies Record<CalculationStarter, string>;

const OWN_NAME = 'calculation';

interface AddCalculationProps {
  readonly columns: readonly MartColumn[];
  readonly types: MartColumnTypes;
  readonly onAdd: (name: string, calculation: MartCalculation) => void;
}

/** A menu of beginnings, each with what it is for or what it lacks. */
export function AddCalculation({ columns, types, onAdd }: AddCalculationProps) {
  const t = useFormTexts();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const add = (name: string, calculation: MartCalculation) => {
    setAnchor(undefined);
    onAdd(name, calculation);
  };
  const buckets = {
    small: t('starter.small'),
    medium: t('starter.medium'),
    large: t('starter.large'),
  };
  return (
    <>
      <Button
        id={id}
        size="small"
        variant="outlined"
        disabled={columns.length === 0}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        endIcon={<ArrowDropDownIcon aria-hidden="true" />}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('rows.addDerived')}
      </Button>
      <Menu
        open={anchor !== undefined}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        MenuListProps={{ 'aria-labelledby': id }}
      >
        {CALCULATION_STARTERS.map(starter => {
          const calculation = startFrom(starter, columns, types, buckets);
          return (
            <MenuItem
              key={starter}
              disabled={!calculation}
              onClick={() => calculation && add(NAMES[starter], calculation)}
            >
              <ListItemText
                primary={t(`starter.${starter}`)}
                secondary={t(
                  calculation ? `starter.${starter}Help` : NEEDS[starter],
                )}
              />
            </MenuItem>
          );
        })}
        <MenuItem
          onClick={() =>
            add(
              OWN_NAME,
              startCalculation('arithmetic', columns, types, OWN_NAME),
            )
          }
        >
          <ListItemText
            primary={t('starter.own')}
            secondary={t('starter.ownHelp')}
          />
        </MenuItem>
      </Menu>
    </>
  );
}
