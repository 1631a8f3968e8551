import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@mui/material/Typography';
import {
  DatasetLink,
  Highlighted,
} from '@suido/backstage-plugin-data-catalog-react';
import { Fragment } from 'react';
import { dataCatalogTranslationRef } from '../translation/ref';
import { columnSuffix } from './columnSuffix';

const SHOWN = 5;

interface MatchingColumnsProps {
  readonly datasetKey: string;
  readonly columns: readonly string[];
  readonly words: readonly string[];
}

/** The columns of a dataset that the words are about. */
export function MatchingColumns(props: MatchingColumnsProps) {
  const { datasetKey, columns, words } = props;
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  if (columns.length === 0) {
    return null;
  }
  return (
    <Typography variant="body2">
      {t('find.matchingColumns')}
      {columns.slice(0, SHOWN).map((column, index) => (
        <Fragment key={column}>
          {index > 0 && t('separator')}
          <DatasetLink datasetKey={datasetKey} suffix={columnSuffix(column)}>
            <Highlighted text={column} words={words} />
          </DatasetLink>
        </Fragment>
      ))}
      {columns.length > SHOWN &&
        t('find.moreColumns', { number: String(columns.length - SHOWN) })}
    </Typography>
  );
}
