import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const whatAndWhy = FormFieldBlueprint.make({
  name: 'suido-mart-what-and-why',
  params: {
    field: () => import('./fields/martFields').then(m => m.whatAndWhyField),
  },
});

const data = FormFieldBlueprint.make({
  name: 'suido-mart-data',
  params: { field: () => import('./fields/martFields').then(m => m.dataField) },
});

const rowsAndColumns = FormFieldBlueprint.make({
  name: 'suido-mart-rows-and-columns',
  params: {
    field: () => import('./fields/martFields').then(m => m.rowsAndColumnsField),
  },
});

const meaning = FormFieldBlueprint.make({
  name: 'suido-mart-meaning',
  params: {
    field: () => import('./fields/martFields').then(m => m.meaningField),
  },
});

const check = FormFieldBlueprint.make({
  name: 'suido-mart-check',
  params: {
    field: () => import('./fields/checkFormField').then(m => m.checkField),
  },
});

/** One form field per step of the data-mart form. @public */
export const scaffolderModuleDataRequests = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [whatAndWhy, data, rowsAndColumns, meaning, check],
});
