import type {
  RequestCommit,
  RequestEffect,
} from '@suido/backstage-plugin-data-requests-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal } from '../../__testUtils__/fakeClient';
import {
  aRequest,
  HANAKO,
  HEAD_SHA,
  REQUEST_ID,
  someChanges,
} from '../../__testUtils__/fixtures';
import { renderPages } from '../../__testUtils__/renderPages';
import { clientOf, REQUEST_PATH } from '../../__testUtils__/requestPage';

const PATH = `${REQUEST_PATH}?part=commits`;
const FIRST = 'd'.repeat(40);
const SECOND = 'e'.repeat(40);
const at = '2026-11-20T01:00:00.000Z';

const COMMITS: RequestCommit[] = [
  {
    sha: FIRST,
    at,
    title: 'Add mart',
    origin: 'portal',
    author: HANAKO,
    revision: 1,
    checks: someChanges().checks,
  },
  { sha: SECOND, at, title: 'Fix', origin: 'person', author: 'Kenji at git' },
  { sha: HEAD_SHA, at, title: 'Apply', origin: 'suggestion', author: HANAKO },
];

const EFFECT: RequestEffect = {
  from: SECOND,
  to: HEAD_SHA,
  files: [
    {
      action: 'update',
      path: 'a.sql',
      previousContent: 'select 1\n',
      content: 'select 2\n',
    },
  ],
  columns: [
    { name: 'shop', change: 'added', to: 'text' },
    { name: 'amount', change: 'retyped', from: 'integer', to: 'decimal' },
    { name: 'rate', change: 'recalculated', from: 'decimal', to: 'decimal' },
  ],
  rows: {
    status: 'available',
    rowsBefore: 1_200,
    rowsAfter: 900,
    added: 0,
    removed: 300,
    changed: 4,
    columns: ['day', 'amount', 'shop'],
    examples: [
      { change: 'removed', before: ['Monday', 1, null] },
      {
        change: 'changed',
        before: ['Sunday', 2, null],
        after: ['Sunday', null, 'Osaka'],
      },
    ],
  },
};

function clientWithCommits(
  items: RequestCommit[],
  getEffect = jest.fn(async () => EFFECT),
) {
  return clientOf(aRequest(), {
    listCommits: async () => ({ items }),
    getEffect,
  });
}

it('tells of each commit who made it how, and what the checks found', async () => {
  renderPages({ path: PATH, client: clientWithCommits(COMMITS) });
  const list = await screen.findByRole('region', {
    name: '3 commits, newest first',
  });
  const [newest, pushed, first] = within(list).getAllByRole('listitem');
  expect(newest).toHaveTextContent('Newest');
  expect(newest).toHaveTextContent('a suggestion that was applied');
  expect(pushed).toHaveTextContent('Kenji at git');
  expect(pushed).toHaveTextContent('pushed by hand with git');
  expect(pushed).toHaveTextContent('do not run on a commit');
  expect(first).toHaveTextContent(
    'made by the portal from revision 1 of the form',
  );
  const checks = within(first).getByRole('button', {
    name: '1 warning, 1 check passed: checks of commit ddddddd',
  });
  expect(checks).toHaveAttribute('aria-expanded', 'false');
  expect(within(first).queryByText('Check the tier.')).not.toBeInTheDocument();
  await userEvent.click(checks);
  expect(within(first).getByText('Check the tier.')).toBeVisible();
});

it('compares the newest commit with the one before, and any other two', async () => {
  const getEffect = jest.fn(async () => EFFECT);
  renderPages({ path: PATH, client: clientWithCommits(COMMITS, getEffect) });
  const columns = await screen.findByRole('table', { name: 'Columns' });
  expect(getEffect).toHaveBeenLastCalledWith({
    params: { id: REQUEST_ID },
    query: { from: SECOND, to: HEAD_SHA },
  });
  expect(
    within(columns)
      .getAllByRole('row')
      .slice(1)
      .map(row => row.textContent),
  ).toEqual([
    'shopAddedtext',
    'amountOther typewhole number → decimal number',
    'rateCalculated differentlydecimal number',
  ]);

  const counts = screen.getByRole('group', { name: 'Number of rows' });
  expect(counts).toHaveTextContent('Before1,200After900');
  expect(screen.getByText('0 added, 300 removed, 4 changed')).toBeVisible();
  const examples = screen.getByRole('table', { name: 'Rows to look at' });
  const [, removed, changed] = within(examples).getAllByRole('row');
  expect(removed).toHaveTextContent(/^RemovedMonday1$/);
  expect(changed).toHaveTextContent(/^ChangedSunday2 → \(empty\)Osaka$/);
  expect(within(examples).getByText('2').closest('del')).toBeVisible();
  expect(within(examples).getByText('(empty)').closest('ins')).toBeVisible();
  expect(
    await screen.findByRole('textbox', { name: 'Changes of a.sql' }),
  ).toHaveTextContent('select 2');

  await userEvent.click(screen.getByRole('combobox', { name: 'From' }));
  await userEvent.click(
    await screen.findByRole('option', {
      name: 'ddddddd Add mart (revision 1)',
    }),
  );
  await waitFor(() =>
    expect(getEffect).toHaveBeenLastCalledWith({
      params: { id: REQUEST_ID },
      query: { from: FIRST, to: HEAD_SHA },
    }),
  );
});

it('starts from the commits that the address names', async () => {
  const getEffect = jest.fn(async () => EFFECT);
  renderPages({
    path: `${PATH}&from=${FIRST}&to=${SECOND}`,
    client: clientWithCommits(COMMITS, getEffect),
  });
  await screen.findByRole('table', { name: 'Columns' });
  expect(getEffect).toHaveBeenCalledWith({
    params: { id: REQUEST_ID },
    query: { from: FIRST, to: SECOND },
  });
});

it('says why there is nothing to compare', async () => {
  renderPages({
    path: PATH,
    language: 'ja',
    client: clientWithCommits(
      COMMITS,
      jest.fn(async () => ({
        ...EFFECT,
        files: [],
        columns: undefined,
        rows: {
          status: 'unavailable' as const,
          reason: { en: 'No source', ja: 'データ元がありません' },
        },
      })),
    ),
  });
  expect(await screen.findByText(/データ元がありません/)).toBeVisible();
  expect(screen.getByText(/列を比較できません/)).toBeVisible();
  expect(screen.getByText('ファイルに違いはありません。')).toBeVisible();
});

it('compares nothing where there is one commit', async () => {
  renderPages({ path: PATH, client: clientWithCommits([COMMITS[0]]) });
  expect(await screen.findByText(/There is one commit so far/)).toBeVisible();
});

it('says what failed and asks again', async () => {
  const failure = await refusal(400, 'InputError', 'Unknown commit');
  const getEffect = jest
    .fn()
    .mockRejectedValueOnce(failure)
    .mockResolvedValue(EFFECT);
  renderPages({ path: PATH, client: clientWithCommits(COMMITS, getEffect) });
  expect(await screen.findByText('Unknown commit')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('table', { name: 'Columns' })).toBeVisible();
});
