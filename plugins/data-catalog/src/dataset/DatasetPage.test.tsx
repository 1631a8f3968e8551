import type {
  Column,
  DataCatalogClient,
  Dataset,
} from '@suido/backstage-plugin-data-catalog-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeCatalog, refusal } from '../__testUtils__/fakeCatalog';
import { aChange, aDataset, KEY, PAGE } from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';

function clientOf(
  dataset: Dataset,
  over: Partial<DataCatalogClient> = {},
): DataCatalogClient {
  return fakeCatalog({ getDataset: async () => dataset, ...over });
}

describe("a dataset's page", () => {
  it('says what it is, how sensitive, what is missing, and leads on', async () => {
    renderPages({ path: PAGE, client: clientOf(aDataset()) });
    expect(
      await screen.findByRole('heading', { name: 'fct_daily_sales' }),
    ).toBeVisible();
    expect(screen.getByText('retail.marts.fct_daily_sales')).toBeVisible();
    expect(
      screen.getByText(/Sample values are masked.*most sensitive column/),
    ).toBeVisible();
    expect(await screen.findByText('Sales per shop and day')).toBeVisible();
    expect(screen.getByText('Morning meeting')).toBeVisible();
    expect(screen.getByText('Daily')).toBeVisible();
    expect(screen.getByText(/12,345 rows · 28.3 MB/)).toBeVisible();
    expect(screen.getByText('shop_id, day')).toBeVisible();
    expect(screen.getByText('day · month')).toBeVisible();
    expect(screen.getByText(/warns only/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'dim_shop' })).toHaveAttribute(
      'href',
      '/data-catalog/datasets/dim-shop-0123456789',
    );
    const missing = screen.getByRole('region', { name: 'Completeness' });
    expect(within(missing).getByText('Completeness: 75%')).toBeVisible();
    expect(
      within(missing).getByText(/most: Definitions of the columns/),
    ).toBeVisible();
    expect(
      within(missing).getByRole('link', { name: 'See the columns' }),
    ).toHaveAttribute('href', `${PAGE}/columns`);
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });

  it('leads from an old key to the present one, in the same section', async () => {
    renderPages({
      path: '/data-catalog/datasets/old-name-0123456789/columns?q=day',
      client: clientOf(aDataset(), {
        listColumns: async ({ query }) => ({
          items: [aColumn(`${query?.q}_of_sale`)],
          total: 1,
        }),
      }),
    });
    expect(await screen.findByText('_of_sale')).toBeVisible();
    expect(screen.getByRole('status', { name: 'address' })).toHaveTextContent(
      `${PAGE}/columns?q=day`,
    );
  });

  it('shows that it is deprecated, until when, and what comes instead', async () => {
    renderPages({
      path: PAGE,
      language: 'ja',
      client: clientOf(
        aDataset({
          lifecycle: 'deprecated',
          until: '2027-03-31',
          successor: { key: 'fct-sales-0123456789', name: 'fct_sales' },
        }),
      ),
    });
    expect(
      await screen.findByText(/このデータセットは非推奨です/),
    ).toBeVisible();
    expect(screen.getByText(/2027-03-31/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'fct_sales' })).toBeVisible();
    expect(await screen.findByText('店舗と日ごとの売上')).toBeVisible();
  });

  it('says who says so, what counts first', async () => {
    renderPages({ path: `${PAGE}/told`, client: clientOf(aDataset()) });
    const definition = await screen.findByRole('region', {
      name: 'Definition',
    });
    const [first, second] = within(definition).getAllByRole('listitem');
    expect(first).toHaveTextContent(/Sales per shop and day.*dbt.*Counts/s);
    expect(second).toHaveTextContent(/daily sales.*warehouse/s);
    expect(second).not.toHaveTextContent('Counts');
    const purpose = screen.getByRole('region', { name: 'Purpose' });
    expect(purpose).toHaveTextContent('Written in the portal');
    expect(screen.getByRole('region', { name: 'Tier' })).toHaveTextContent(
      '2 Internal',
    );
  });

  it('lists what it reads, with a link only where there is a page', async () => {
    renderPages({ path: `${PAGE}/links`, client: clientOf(aDataset()) });
    const reads = await screen.findByRole('region', { name: 'Reads' });
    expect(
      within(reads).getByRole('link', { name: 'stg_sales' }),
    ).toBeVisible();
    expect(
      within(reads).getByText('salaries (no page that you may see)'),
    ).toBeVisible();
    expect(screen.getByText('Nothing is known to read this.')).toBeVisible();
  });

  it('shows the query of a view', async () => {
    renderPages({ path: `${PAGE}/sql`, client: clientOf(aDataset()) });
    expect(
      await screen.findByLabelText('Query of fct_daily_sales'),
    ).toHaveTextContent('select 1 as one');
  });

  it('tells its history in words, newest first, page by page', async () => {
    renderPages({
      path: `${PAGE}/history`,
      client: clientOf(aDataset(), {
        listDatasetChanges: async ({ query }) =>
          query?.cursor
            ? { items: [aChange({ sequence: 1, type: 'dataset-added' })] }
            : {
                items: [
                  aChange({ sequence: 9 }),
                  aChange({
                    sequence: 8,
                    type: 'column-retyped',
                    before: 'int',
                    after: 'text',
                  }),
                  aChange({
                    sequence: 7,
                    type: 'tier',
                    column: undefined,
                    before: 2,
                    after: 3,
                    source: 'portal',
                    actor: 'user:default/hanako.sato',
                  }),
                  aChange({
                    sequence: 6,
                    type: 'definition',
                    column: undefined,
                    before: { en: 'Old & <b>bold</b>' },
                    after: undefined,
                  }),
                ],
                nextCursor: 'next',
              },
      }),
    });
    expect(
      await screen.findByText('Column amount was added, as numeric.'),
    ).toBeVisible();
    expect(
      screen.getByText('Column amount changed its type from int to text.'),
    ).toBeVisible();
    expect(
      screen.getByText('Tier: changed from 2 Internal to 3 Confidential.'),
    ).toBeVisible();
    expect(screen.getByText('hanako.sato')).toBeVisible();
    expect(screen.getByText('The definition was removed.')).toBeVisible();
    expect(screen.getByText('Old & <b>bold</b>')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('The dataset appeared.')).toBeVisible();
    expect(
      screen.getByText('Column amount was added, as numeric.'),
    ).toBeVisible();
  });

  it('says what failed, and who to ask where it is refused', async () => {
    const notFound = await refusal(404, 'NotFoundError', 'No dataset');
    const { unmount } = renderPages({
      path: PAGE,
      client: fakeCatalog({ getDataset: async () => Promise.reject(notFound) }),
    });
    expect(await screen.findByText('No dataset')).toBeVisible();
    unmount();
    const denied = await refusal(403, 'NotAllowedError', 'No role');
    renderPages({
      path: PAGE,
      client: fakeCatalog({ getDataset: async () => Promise.reject(denied) }),
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});

function aColumn(name: string): Column {
  return {
    name,
    position: 0,
    type: 'numeric',
    definition: { en: 'Gross' },
    tags: [],
    tests: [],
  };
}

describe('editing', () => {
  const purposeField = () => screen.findByRole('textbox', { name: 'Purpose' });

  it('sends only what was changed, with the revision that was seen', async () => {
    const editDataset = jest.fn(async () =>
      aDataset({ purpose: 'Weekly report', revision: 8 }),
    );
    renderPages({
      path: PAGE,
      may: true,
      client: clientOf(aDataset(), { editDataset }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    expect(
      await screen.findByRole('textbox', { name: 'Definition in English' }),
    ).toHaveFocus();
    expect(
      screen.getByText('Without this, what dbt says counts: Reporting'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.clear(await purposeField());
    await userEvent.type(await purposeField(), 'Weekly report');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Weekly report')).toBeVisible();
    expect(editDataset).toHaveBeenCalledWith({
      params: { key: KEY },
      body: { edit: { purpose: 'Weekly report' }, revision: 7 },
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('keeps what was typed when somebody was faster, shows theirs, and saves over it only then', async () => {
    const conflict = await refusal(409, 'ConflictError', 'It moved');
    const getDataset = jest
      .fn()
      .mockResolvedValueOnce(aDataset())
      .mockResolvedValue(aDataset({ purpose: 'Theirs', revision: 8 }));
    const editDataset = jest
      .fn()
      .mockRejectedValueOnce(conflict)
      .mockResolvedValue(aDataset({ purpose: 'Mine', revision: 9 }));
    renderPages({
      path: PAGE,
      may: true,
      client: fakeCatalog({ getDataset, editDataset }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    await userEvent.clear(await purposeField());
    await userEvent.type(await purposeField(), 'Mine');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText('Somebody else changed this meanwhile'),
    ).toBeVisible();
    expect(await purposeField()).toHaveValue('Mine');
    expect(
      screen.getByText('Written meanwhile by others: Theirs'),
    ).toBeVisible();
    expect(editDataset).toHaveBeenCalledTimes(1);
    await userEvent.click(
      screen.getByRole('button', { name: 'Save mine over it' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(editDataset).toHaveBeenLastCalledWith({
      params: { key: KEY },
      body: { edit: { purpose: 'Mine' }, revision: 8 },
    });
  });

  it('says what the server refuses, takes only groups, and asks before typed words are lost', async () => {
    const refused = await refusal(400, 'InputError', 'tier: too low');
    renderPages({
      path: PAGE,
      may: true,
      client: clientOf(aDataset(), {
        editDataset: async () => Promise.reject(refused),
      }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const owner = await screen.findByRole('combobox', { name: 'Owner' });
    await userEvent.clear(owner);
    await userEvent.type(owner, 'user:default/hanako.sato');
    expect(
      screen.getByText('Write a group, such as group:default/sales.'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.clear(owner);
    await userEvent.type(owner, 'group:default/sales');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Tier' }),
      '1 Public',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('tier: too low')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    const question = await screen.findByRole('dialog', {
      name: 'Leave without saving?',
    });
    await userEvent.click(
      within(question).getByRole('button', { name: 'Leave' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it("edits a column's definition and reads the columns again", async () => {
    const listColumns = jest
      .fn()
      .mockResolvedValueOnce({ items: [aColumn('amount')], total: 1 })
      .mockResolvedValue({
        items: [{ ...aColumn('amount'), definition: { en: 'Net' } }],
        total: 1,
      });
    const editDataset = jest.fn(async () => aDataset({ revision: 8 }));
    renderPages({
      path: `${PAGE}/columns`,
      may: true,
      client: clientOf(aDataset(), { listColumns, editDataset }),
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Edit the definition of amount',
      }),
    );
    const field = await screen.findByRole('textbox', {
      name: 'Definition in English',
    });
    expect(field).toHaveValue('Gross');
    expect(screen.queryByRole('textbox', { name: 'Purpose' })).toBeNull();
    await userEvent.clear(field);
    await userEvent.type(field, 'Net');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Net')).toBeVisible();
    expect(editDataset).toHaveBeenCalledWith({
      params: { key: KEY },
      body: {
        edit: { columns: { amount: { definition: { en: 'Net' } } } },
        revision: 7,
      },
    });
  });
});
