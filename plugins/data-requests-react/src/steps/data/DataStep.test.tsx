import {
  emptyMartSpec,
  type Check,
  type MartSpec,
  type Preview,
} from '@suido/backstage-plugin-data-requests-common';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeDataRequests } from '../../__testUtils__/FakeDataRequests';
import { renderForm } from '../../__testUtils__/renderForm';
import { shopDatasets } from '../../__testUtils__/sampleData';
import { shopSpec } from '../../__testUtils__/shopSpec';
import { StepHarness } from '../../__testUtils__/StepHarness';
import { addSource } from '../../mart';
import { DataStep } from './DataStep';

const joined: MartSpec = addSource(shopSpec(), shopDatasets[1], shopDatasets);

function open(api: FakeDataRequests) {
  renderForm(<StepHarness step={DataStep} spec={joined} />, api);
  return screen.findByRole('group', { name: 'What this does to the rows' });
}

function withJoins(api: FakeDataRequests, joins: Preview['joins']) {
  const { preview } = api;
  api.preview = async (...call) => ({ ...(await preview(...call)), joins });
}

describe('the effect of a join', () => {
  it('is shown where the join is, before anything is sent', async () => {
    const effect = await open(new FakeDataRequests());
    // Its room is there before the numbers are.
    expect(effect).toHaveTextContent(/Shows as soon as/);
    expect(await within(effect).findByText('1,240')).toBeVisible();
    expect(effect).toHaveTextContent('Rows before1,000');
    expect(effect).toHaveTextContent(
      'One row meets up to 7 of stores: rows are doubled',
    );
    expect(effect).toHaveTextContent('Rows without a match: 12. They stay.');

    fireEvent.change(screen.getByLabelText('Rows without a match'), {
      target: { value: 'inner' },
    });
    expect(effect).toHaveTextContent(
      'Rows without a match: 12. They are left out.',
    );
  });

  it('says when nothing is doubled or lost', async () => {
    const api = new FakeDataRequests();
    withJoins(api, [
      { join: 0, rowsBefore: 5, rowsAfter: 5, mostMatches: 1, unmatched: 0 },
    ]);
    const effect = await open(api);
    expect(await within(effect).findByText(/nothing is doubled/)).toBeVisible();
    expect(effect).toHaveTextContent('Every row has a match.');
  });

  it('says when nothing could be computed', async () => {
    const api = new FakeDataRequests();
    withJoins(api, []);
    const effect = await open(api);
    expect(await within(effect).findByText(/No numbers/)).toBeVisible();
  });
});

it('counts rows before there are columns, without asking for files', async () => {
  const api = new FakeDataRequests();
  renderForm(
    <StepHarness
      step={DataStep}
      spec={{ ...joined, columns: [], grain: [] }}
    />,
    api,
  );
  const effect = await screen.findByRole('group', {
    name: 'What this does to the rows',
  });
  expect(await within(effect).findByText('1,240')).toBeVisible();
  // The mart itself stays as it is: the count is asked for on the side.
  expect(api.previews.map(({ spec }) => spec.columns.length).sort()).toEqual([
    0, 1,
  ]);
});

describe('what is missing', () => {
  const failing = (field: string, en: string): Check => ({
    rule: field,
    severity: 'error',
    status: 'failed',
    field,
    message: { en, ja: en },
  });

  async function openWith(spec: MartSpec, check: Check) {
    const api = new FakeDataRequests();
    api.moreChecks = [check];
    renderForm(<StepHarness step={DataStep} spec={spec} />, api);
    // From here on only the author's ways keep the message from the field.
    await screen.findByText(/^Still to fill in \(/);
    return userEvent.setup();
  }

  it('is said at the search once it was left empty', async () => {
    const user = await openWith(
      emptyMartSpec('data-platform'),
      failing('sources', 'Choose a dataset.'),
    );
    const search = await screen.findByLabelText('Search datasets');
    const help = 'By name, meaning or column, in English or Japanese';
    await user.click(search);
    expect(search).toHaveAccessibleDescription(help);
    expect(search).toBeValid();
    await user.tab();
    await waitFor(() =>
      expect(search).toHaveAccessibleDescription('Choose a dataset.'),
    );
    expect(search).toBeInvalid();

    await user.click(screen.getByRole('button', { name: 'Use stg_orders' }));
    expect(search).toHaveAccessibleDescription(help);
    expect(search).toBeValid();
  });

  it('is no reproach on the way from the search to what it found', async () => {
    const user = await openWith(
      emptyMartSpec('data-platform'),
      failing('sources', 'Choose a dataset.'),
    );
    const search = await screen.findByLabelText('Search datasets');
    jest.useFakeTimers({ advanceTimers: true });
    try {
      await user.type(search, 'stores');
      await user.tab();
      act(() => jest.advanceTimersByTime(1_000));
      expect(search).toBeValid();
    } finally {
      jest.useRealTimers();
    }
    await user.clear(search);
    await user.tab();
    await waitFor(() => expect(search).toBeInvalid());
  });

  it('is said at a join that lost its columns', async () => {
    const user = await openWith(
      joined,
      failing('joins.0.on', 'Say on which columns.'),
    );
    const join = await screen.findByRole('group', { name: 'Bring in stores' });
    await user.click(
      within(join).getByRole('button', { name: 'Remove store_id = store_id' }),
    );
    expect(
      within(join).getByRole('button', { name: 'Add a pair of columns' }),
    ).toHaveFocus();
    expect(join).not.toHaveAccessibleDescription();
    await user.click(screen.getByLabelText('Search datasets'));
    await waitFor(() =>
      expect(join).toHaveAccessibleDescription('Say on which columns.'),
    );
  });
});
