import type {
  Column,
  DataCatalogClient,
} from '@suido/backstage-plugin-data-catalog-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { fakeCatalog, refusal } from '../__testUtils__/fakeCatalog';
import { renderParts } from '../__testUtils__/renderParts';
import { ColumnsTable } from './ColumnsTable';

function aColumn(position: number): Column {
  return {
    name: `col_${position}`,
    position,
    type: 'varchar(20)',
    definition: { en: `Meaning of number **${position}**`, ja: '意味' },
    tier: position === 0 ? 3 : undefined,
    tags: [],
    tests: position === 0 ? ['not_null'] : [],
    definedBy: 'dbt',
  };
}

type ListColumns = DataCatalogClient['listColumns'];

/** A server with so many columns; it filters by name. */
function catalogOf(count: number) {
  return jest.fn<ReturnType<ListColumns>, Parameters<ListColumns>>(
    async ({ query }) => {
      const { q = '', offset, limit } = query ?? {};
      const all = Array.from({ length: count }, (_, i) => aColumn(i)).filter(
        ({ name }) => name.includes(q),
      );
      const start = Number(offset);
      return {
        items: all.slice(start, start + Number(limit)),
        total: all.length,
      };
    },
  );
}

function Harness({ onEdit }: { readonly onEdit?: (column: Column) => void }) {
  const [filter, setFilter] = useState('');
  return (
    <ColumnsTable
      datasetKey="wide-0123456789"
      name="wide"
      revision={1}
      filter={filter}
      onFilter={setFilter}
      onEdit={onEdit}
    />
  );
}

describe('the columns of a dataset', () => {
  it('draws and reads only what is in view of 10,000 columns, by keyboard too', async () => {
    const listColumns = catalogOf(10_000);
    renderParts(<Harness />, { client: fakeCatalog({ listColumns }) });
    const grid = await screen.findByRole('treegrid', {
      name: 'Columns of wide',
    });
    expect(await screen.findByText('10,000 columns')).toBeVisible();
    expect(grid).toHaveAttribute('aria-rowcount', '10001');
    expect(await within(grid).findByText('col_0')).toBeVisible();
    expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
    expect(listColumns).toHaveBeenCalledTimes(1);

    grid.focus();
    await userEvent.keyboard('{End}');
    expect(await within(grid).findByText('col_9999')).toBeVisible();
    expect(within(grid).getAllByRole('row').length).toBeLessThan(80);
    expect(
      listColumns.mock.calls.map(([{ query }]) => query?.offset),
    ).toStrictEqual([0, 9_800]);
    const last = document.getElementById(
      grid.getAttribute('aria-activedescendant') ?? '',
    );
    expect(last).toHaveTextContent('col_9999');

    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(last).toHaveAttribute('aria-expanded', 'true'));
    expect(
      await within(grid).findByText('Definition told by dbt'),
    ).toBeVisible();
    await userEvent.keyboard('{Home}{ArrowDown}');
    await waitFor(() =>
      expect(
        document.getElementById(
          grid.getAttribute('aria-activedescendant') ?? '',
        ),
      ).toHaveTextContent('col_1'),
    );
  });

  it('filters after a pause, never within a word of an input method, and leads back', async () => {
    const listColumns = catalogOf(50);
    renderParts(<Harness />, { client: fakeCatalog({ listColumns }) });
    const box = await screen.findByRole('searchbox', {
      name: 'Filter columns',
    });
    expect(await screen.findByText('50 columns')).toBeVisible();
    fireEvent.compositionStart(box);
    fireEvent.change(box, { target: { value: 'ｃ' } });
    fireEvent.change(box, { target: { value: '列' } });
    fireEvent.compositionEnd(box);
    expect(await screen.findByText('No column matches “列”')).toBeVisible();
    expect(listColumns.mock.calls.map(([{ query }]) => query?.q)).toStrictEqual(
      ['', '列'],
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all columns' }),
    );
    expect(await screen.findByText('50 columns')).toBeVisible();
    await userEvent.type(box, 'col_4');
    expect(await screen.findByText('11 columns found')).toBeVisible();
    expect(screen.getAllByText('col_4', { selector: 'mark' })).toHaveLength(11);
  });

  it('shows type, tier and tests, and offers to edit a definition', async () => {
    const onEdit = jest.fn();
    renderParts(<Harness onEdit={onEdit} />, {
      client: fakeCatalog({ listColumns: catalogOf(1) }),
    });
    const row = (await screen.findByText('col_0')).closest('[role="row"]');
    const cells = within(row as HTMLElement);
    expect(cells.getByText('varchar(20)')).toBeVisible();
    expect(cells.getByText('Meaning of number 0')).toBeVisible();
    expect(cells.getByText('3 Confidential')).toBeVisible();
    expect(cells.getByText('not_null')).toBeVisible();
    await userEvent.click(
      cells.getByRole('button', { name: 'Edit the definition of col_0' }),
    );
    expect(onEdit).toHaveBeenCalledWith(aColumn(0));
    expect(row).toHaveAttribute('aria-expanded', 'false');
  });

  it('says what failed and reads again; says who to ask where it is refused', async () => {
    const listColumns = catalogOf(2);
    listColumns.mockRejectedValueOnce(
      await refusal(400, 'InputError', 'Bad offset'),
    );
    const { unmount } = renderParts(<Harness />, {
      client: fakeCatalog({ listColumns }),
    });
    expect(await screen.findByText('Bad offset')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('col_1')).toBeVisible();
    unmount();
    const error = await refusal(403, 'NotAllowedError', 'No role');
    renderParts(<Harness />, {
      client: fakeCatalog({ listColumns: async () => Promise.reject(error) }),
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('says that no columns are known', async () => {
    renderParts(<Harness />, {
      client: fakeCatalog({ listColumns: catalogOf(0) }),
    });
    expect(await screen.findByText('No columns are known')).toBeVisible();
  });
});
