import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import {
  emptyMartSpec,
  martSpecSchema,
  type DataRequestsClient,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { dataRequestsApiRef } from '@suido/backstage-plugin-data-requests-react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFieldData } from './checkFormField';
import { martFieldData } from './martFields';

const fields = [...Object.values(martFieldData), checkFieldData];
const pages = ['what', 'data', 'rows', 'meaning', 'check'];

const target = {
  id: 'data-platform',
  title: 'Data platform',
  kind: 'dbt' as const,
  repository: 'data-platform',
  baseBranch: 'main',
  martNamePattern: '^fct_',
  partitioning: 'partitions' as const,
  martNameRule: { en: 'Begins with fct_.', ja: 'fct_ で始めてください。' },
  domains: ['sales'],
  owners: [{ entityRef: 'group:default/sales', title: 'Sales' }],
};

const started: MartSpec = {
  ...emptyMartSpec('data-platform'),
  name: 'fct_orders',
  sources: [{ alias: 'orders', dataset: 'orders-0123456789' }],
  columns: [
    {
      role: 'dimension',
      name: 'store_id',
      definition: { en: 'Store' },
      source: 'orders',
      column: 'store_id',
    },
  ],
};

const api: Pick<
  DataRequestsClient,
  'listTargets' | 'listDatasets' | 'preview' | 'findDuplicates'
> = {
  listTargets: async () => ({ items: [target] }),
  listDatasets: async () => ({ items: [] }),
  preview: async ({ body: { spec } }) => ({
    checks: [
      {
        rule: 'owner',
        severity: 'error',
        status: spec.owner ? 'passed' : 'failed',
        field: 'owner',
        message: { en: 'The owner is missing.', ja: '担当がありません。' },
      },
    ],
    sample: { status: 'unavailable', reason: { en: 'None', ja: 'なし' } },
    joins: [],
    reviewers: [],
    lowestTier: 1,
  }),
  findDuplicates: async () => ({ items: [] }),
};

function renderTemplate(onCreate: (values: object) => Promise<void>) {
  const { target: id, name, question, purpose } = started;
  renderInTestApp(
    <Stepper
      onCreate={onCreate}
      extensions={fields.map(({ schema: _, ...field }) => field)}
      templateName="data-mart"
      initialState={{
        what: { target: id, name, question, purpose },
        data: { sources: started.sources, joins: [] },
        rows: { columns: started.columns, grain: ['store_id'] },
      }}
      manifest={{
        title: 'Data mart',
        steps: pages.map((page, index) => ({
          title: page,
          schema: {
            required: [page],
            properties: {
              [page]: { type: 'object', 'ui:field': fields[index].name },
            },
          },
        })),
      }}
    />,
    { apis: [[dataRequestsApiRef, api]] },
  );
}

const next = () =>
  fireEvent.click(screen.getByRole('button', { name: /Next|Review/ }));

describe('the fields in the stock wizard', () => {
  beforeEach(() => {
    // jsdom lays nothing out, so it cannot scroll.
    jest.spyOn(window, 'scrollTo').mockReturnValue(undefined);
  });

  it('put the pages together, and let nothing pass that a check blocks', async () => {
    const sent: { check?: { spec?: unknown } }[] = [];
    const onCreate = async (values: object) => void sent.push(values);
    renderTemplate(onCreate);

    const question = await screen.findByLabelText(/Which question/);
    fireEvent.change(question, { target: { value: 'How many orders?' } });
    await waitFor(() => expect(question).toHaveValue('How many orders?'));
    fireEvent.keyDown(question, { key: 'Enter', keyCode: 229 });
    next();
    await screen.findByText(/Pick the datasets/);
    next();
    await screen.findByText('One row per store');
    next();
    fireEvent.change(
      await screen.findByLabelText('Definition of store_id (English)'),
      {
        target: { value: 'Id of the shop' },
      },
    );
    next();

    // The last page refuses without an owner, in words.
    expect(
      await screen.findByText(/To be mended before sending \(1\)/),
    ).toBeVisible();
    next();
    await waitFor(() =>
      expect(
        screen.getAllByText(/The owner is missing/).length,
      ).toBeGreaterThan(1),
    );
    expect(sent).toEqual([]);

    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    fireEvent.change(await screen.findByLabelText('Owning group'), {
      target: { value: 'group:default/sales' },
    });
    next();
    await screen.findByText('All checks passed.');
    next();
    fireEvent.click(await screen.findByRole('button', { name: 'Create' }));
    await waitFor(() => expect(sent).toHaveLength(1));

    const spec = sent[0].check?.spec;
    expect(spec).toEqual({
      ...started,
      question: 'How many orders?',
      owner: 'group:default/sales',
      grain: ['store_id'],
      columns: [
        { ...started.columns[0], definition: { en: 'Id of the shop' } },
      ],
    });
    expect(martSpecSchema.safeParse(spec).success).toBe(true);
  });

  it('are the fields that the Template names', () => {
    const template = readFileSync(
      join(__dirname, '../../../../templates/data-mart/template.yaml'),
      'utf8',
    );
    const named = [...template.matchAll(/ui:field: (\w+)/g)].map(
      match => match[1],
    );
    expect(named).toEqual(fields.map(field => field.name));
  });
});
