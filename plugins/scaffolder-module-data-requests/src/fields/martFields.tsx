import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import {
  DataStep,
  MeaningStep,
  RowsAndColumnsStep,
  WhatAndWhyStep,
  type MartStepProps,
} from '@suido/backstage-plugin-data-requests-react';
import type { ComponentType } from 'react';
import type { MartPage } from '../spec';
import { martFieldSchema, type MartFieldData } from './martFieldSchema';
import { MartStepField } from './MartStepField';

function fieldOf(
  name: string,
  page: MartPage,
  step: ComponentType<MartStepProps>,
): MartFieldData {
  return {
    name,
    schema: martFieldSchema,
    component: props => <MartStepField page={page} step={step} field={props} />,
  };
}

/** One field per page, in the order of the form. */
export const martFieldData = {
  whatAndWhy: fieldOf('SuidoMartWhatAndWhy', 'what', WhatAndWhyStep),
  data: fieldOf('SuidoMartData', 'data', DataStep),
  rowsAndColumns: fieldOf(
    'SuidoMartRowsAndColumns',
    'rows',
    RowsAndColumnsStep,
  ),
  meaning: fieldOf('SuidoMartMeaning', 'meaning', MeaningStep),
} as const;

/** The question, its purpose and the name. */
export const whatAndWhyField = createFormField(martFieldData.whatAndWhy);
/** The datasets and how they belong together. */
export const dataField = createFormField(martFieldData.data);
/** What a row is, its columns, and which rows count. */
export const rowsAndColumnsField = createFormField(
  martFieldData.rowsAndColumns,
);
/** What it means, who looks after it, what must hold. */
export const meaningField = createFormField(martFieldData.meaning);
