import type {
  Check,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeDataRequests } from '../../__testUtils__/FakeDataRequests';
import { renderForm } from '../../__testUtils__/renderForm';
import { shopTarget } from '../../__testUtils__/sampleData';
import { shopSpec } from '../../__testUtils__/shopSpec';
import { StepHarness } from '../../__testUtils__/StepHarness';
import { MeaningStep } from './MeaningStep';

async function openStep(
  spec: MartSpec = shopSpec(),
  api: FakeDataRequests = new FakeDataRequests(),
) {
  const made: MartSpec[] = [spec];
  renderForm(
    <StepHarness
      step={MeaningStep}
      spec={spec}
      onSpec={next => made.push(next)}
    />,
    api,
  );
  await screen.findByLabelText('Owning group');
  return { last: () => made.at(-1) };
}

const group = (name: string) => within(screen.getByRole('group', { name }));

describe('partition', () => {
  it('is chosen by its effect, and recommended by the frequency', async () => {
    const { last } = await openStep();
    const layout = group('How are the rows laid out?');
    const column = layout.getByLabelText('Lay the rows out by');
    expect(column).toHaveAccessibleDescription(/Every query reads the whole/);
    expect(
      layout.getAllByRole('option').map(option => option.textContent),
    ).toEqual(['Not at all', 'ordered_on', 'shipped_at']);
    fireEvent.click(layout.getByRole('button', { name: 'Use it' }));
    expect(last()?.partition).toEqual({ column: 'ordered_on', grain: 'day' });
    expect(
      layout.getByText(/fits how often the mart is renewed/),
    ).toBeVisible();

    fireEvent.click(
      layout.getByLabelText(/^Month — A query for one month reads only that/),
    );
    expect(last()?.partition?.grain).toBe('month');
    fireEvent.change(column, { target: { value: '#none' } });
    expect(last()).not.toHaveProperty('partition');
  });

  it('cannot be finer than its column', async () => {
    const spec = shopSpec();
    const columns = spec.columns.map(one =>
      one.name === 'ordered_on' && one.role === 'dimension'
        ? { ...one, timeGrain: 'month' as const }
        : one,
    );
    const { last } = await openStep({ ...spec, columns });
    fireEvent.change(screen.getByLabelText('Lay the rows out by'), {
      target: { value: 'ordered_on' },
    });
    expect(last()?.partition?.grain).toBe('month');
    expect(
      screen.getByLabelText('Day — the column only tells the month'),
    ).toBeDisabled();
  });

  it('promises nothing that the warehouse does not keep', async () => {
    const api = new FakeDataRequests();
    api.listTargets = async () => ({
      items: [{ ...shopTarget, partitioning: 'none' }],
    });
    const { last } = await openStep(shopSpec(), api);
    const layout = group('How are the rows laid out?');
    expect(
      await layout.findByText(/This warehouse keeps no parts/),
    ).toBeVisible();
    fireEvent.click(layout.getByRole('button', { name: 'Use it' }));
    expect(last()?.partition).toEqual({ column: 'ordered_on', grain: 'day' });
    expect(layout.getByLabelText('Month')).toBeEnabled();
    expect(layout.queryByText(/reads only/)).toBeNull();
  });

  it('says where there is no date', async () => {
    await openStep(shopSpec({ columns: shopSpec().columns.slice(4) }));
    expect(
      screen.getByText('The mart has no date or time to lay its rows out by.'),
    ).toBeVisible();
  });
});

it('declares a reader in the repository only when asked', async () => {
  const { last } = await openStep();
  fireEvent.click(screen.getByRole('button', { name: 'Add a reader' }));
  expect(last()?.consumers).toEqual([
    { kind: 'dashboard', name: '', exposure: false },
  ]);
  const declare = screen.getByRole('checkbox', {
    name: 'Declare reader 1 in the repository (exposure)',
  });
  expect(declare).toHaveAccessibleDescription(/lists it among the readers/);
  await userEvent.click(declare);
  expect(last()?.consumers[0].exposure).toBe(true);
});

it('keeps a rule untickable that does not fit its column any more', async () => {
  const { last } = await openStep(
    shopSpec({ tests: [{ kind: 'not-negative', column: 'status' }] }),
  );
  fireEvent.click(screen.getByLabelText('status is never negative'));
  expect(last()?.tests).toEqual([]);
});

describe('the check from sample rows', () => {
  const make = () =>
    fireEvent.click(
      screen.getByRole('button', { name: 'Make a check from sample rows' }),
    );
  const confirm = () => screen.findByLabelText('These numbers are right');
  const unitTest = {
    given: [{ source: 'orders', columns: ['store_id'], rows: [['S1']] }],
    expected: { columns: ['store_id'], rows: [['S1'], [null]] },
  };

  it('is stored when its author says that it is right, and not before', async () => {
    const { last } = await openStep();
    make();
    const box = await confirm();
    expect(box).not.toBeChecked();
    expect(box).toHaveAccessibleDescription(/Not saved yet/);
    expect(
      within(screen.getByRole('region', { name: 'Rows of orders' })).getByText(
        'S1',
      ),
    ).toBeVisible();
    expect(
      within(
        screen.getByRole('region', { name: 'The mart makes these rows' }),
      ).getByText('net_amount'),
    ).toBeVisible();
    expect(last()).not.toHaveProperty('unitTest');

    fireEvent.click(box);
    expect(last()?.unitTest?.given).toMatchObject([{ source: 'orders' }]);
    expect(await confirm()).toBeChecked();
    // Taken back, the rows stay to be looked at again.
    fireEvent.click(await confirm());
    expect(last()).not.toHaveProperty('unitTest');
    expect(await confirm()).not.toBeChecked();
  });

  it('shows what is stored, and can be taken away', async () => {
    const { last } = await openStep(shopSpec({ unitTest }));
    expect(await confirm()).toBeChecked();
    expect(
      within(
        screen.getByRole('region', { name: 'The mart makes these rows' }),
      ).getByText('empty'),
    ).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Remove the check' }));
    expect(last()).not.toHaveProperty('unitTest');
    expect(
      screen.getByRole('button', { name: 'Make a check from sample rows' }),
    ).toBeVisible();
  });

  it('asks to be renewed when the mart has outgrown it', async () => {
    const api = new FakeDataRequests();
    const outdated: Check = {
      rule: 'unit-test-outdated',
      severity: 'error',
      status: 'failed',
      field: 'unitTest',
      message: {
        en: 'The mart makes other rows now.',
        ja: 'マートの行が変わりました。',
      },
    };
    api.moreChecks = [outdated];
    const { last } = await openStep(shopSpec({ unitTest }), api);
    expect(
      await screen.findByText('The check no longer fits the mart'),
    ).toBeVisible();
    fireEvent.click(
      screen.getByRole('button', { name: 'Renew it from sample rows' }),
    );
    await waitFor(async () => expect(await confirm()).not.toBeChecked());
    // Until the new rows are confirmed, the old ones count.
    expect(last()?.unitTest).toEqual(unitTest);
    fireEvent.click(await confirm());
    expect(last()?.unitTest?.expected.columns).toContain('net_amount');
  });

  it('says why there can be none', async () => {
    const api = new FakeDataRequests();
    api.proposeUnitTest = async () => ({
      status: 'unavailable',
      reason: { en: 'The rows are masked.', ja: '伏せられています。' },
    });
    await openStep(shopSpec(), api);
    make();
    expect(await screen.findByText('The rows are masked.')).toBeVisible();
  });

  it('says what failed, and tries again', async () => {
    const api = new FakeDataRequests();
    const { proposeUnitTest } = api;
    api.proposeUnitTest = async () => {
      throw new TypeError('Failed to fetch');
    };
    await openStep(shopSpec(), api);
    make();
    const section = group('A check with known numbers');
    const retry = await section.findByRole('button', { name: 'Try again' });
    api.proposeUnitTest = proposeUnitTest;
    fireEvent.click(retry);
    expect(await confirm()).not.toBeChecked();
  });

  it('needs columns', async () => {
    const api = new FakeDataRequests();
    api.proposeUnitTest = jest.fn();
    await openStep(shopSpec({ columns: [], grain: [] }), api);
    make();
    expect(api.proposeUnitTest).not.toHaveBeenCalled();
    expect(
      screen.getByText('First choose the columns of the mart.'),
    ).toBeVisible();
  });
});
