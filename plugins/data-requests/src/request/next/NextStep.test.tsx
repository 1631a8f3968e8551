import {
  REQUEST_STATES,
  type DataRequest,
  type TimelineEntry,
  type Waiting,
} from '@suido/backstage-plugin-data-requests-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal } from '../../__testUtils__/fakeClient';
import {
  aRequest,
  HANAKO,
  HEAD_SHA,
  KENJI,
  REQUEST_ID,
  someChanges,
} from '../../__testUtils__/fixtures';
import { renderPages } from '../../__testUtils__/renderPages';
import {
  aComment,
  clientOf,
  clientWith,
  MAY_CHANGE,
  MAY_REVIEW,
  REQUEST_PATH,
} from '../../__testUtils__/requestPage';
import { en } from '../../translation/en';
import { ja } from '../../translation/ja';
import { viewerOf, VIEWERS } from './viewerOf';

const STEP = { name: 'Where it stands' };
const FORM = '/data-requests/new/data-mart';

function waiting(over: Partial<Waiting>): Waiting {
  return { ...aRequest().waiting, ...over };
}

async function nextStep(
  request: DataRequest,
  client = clientOf(request),
  viewer?: string,
) {
  renderPages({ path: REQUEST_PATH, client, viewer });
  return within(await screen.findByRole('region', STEP));
}

beforeEach(() => {
  window.localStorage.clear();
  window.sessionStorage.clear();
});

describe.each(REQUEST_STATES)('the words for %s', state => {
  it.each(VIEWERS)('tell a %s what to do, in both languages', viewer => {
    for (const texts of [en, ja]) {
      expect(texts[`next.${state}`]).toMatch(/\S/);
      expect(texts[`next.${state}.${viewer}`]).toMatch(/\S/);
      expect(texts[`usually.${state}`]).toContain('{{span}}');
    }
  });
});

it.each([
  ['author', HANAKO, {}],
  ['author', HANAKO, { merge: true }],
  ['reviewer', 'user:default/kenji.tanaka', { approve: true }],
  ['reviewer', 'user:default/kenji.tanaka', { merge: true }],
  ['reader', 'user:default/kenji.tanaka', { comment: true }],
  ['reader', undefined, {}],
] as const)('takes for a %s: %s with %j', (expected, viewer, abilities) => {
  expect(viewerOf(aRequest({ abilities }), viewer)).toBe(expected);
});

describe('where a request stands', () => {
  it('names on whom it waits, since when, and what usually follows', async () => {
    const step = await nextStep(
      aRequest({
        waiting: waiting({
          people: ['group:default/data-engineering', 'user:default/mika'],
          since: new Date(Date.now() - 3 * 3_600_000).toISOString(),
          usually: { next: 'approved', medianMinutes: 180, requests: 12 },
        }),
      }),
    );
    expect(step.getByText('Reviewers', { selector: 'strong' })).toBeVisible();
    expect(step.getByText('data-engineering')).toBeVisible();
    expect(step.getByText('mika')).toBeVisible();
    expect(step.getByText('3 hours ago')).toBeVisible();
    expect(
      step.getByText('approved within 3 hours (from 12 requests)'),
    ).toBeVisible();
    expect(step.getByText(/The reviewers have been told/)).toBeVisible();
  });

  it('calls the reader "you" where it is the reader’s move', async () => {
    const step = await nextStep(aRequest({ abilities: MAY_REVIEW }));
    expect(step.getByText('You', { selector: 'strong' })).toBeVisible();
    expect(step.getByRole('link', { name: 'Read the files' })).toHaveAttribute(
      'href',
      `${REQUEST_PATH}?part=files`,
    );
  });

  it('shows that the portal is at work, and when that takes too long', async () => {
    const step = await nextStep(
      aRequest({
        state: 'checking',
        proposal: undefined,
        waiting: waiting({ on: 'portal', people: [] }),
      }),
    );
    expect(
      step.getByRole('progressbar', { name: 'The portal is at work' }),
    ).toBeVisible();
    expect(step.getByText(/takes longer than usual/)).toBeVisible();
  });

  it('names what is in conflict and lets the requester have it made anew', async () => {
    const retry = jest.fn(async () => aRequest());
    const request = aRequest({
      state: 'conflicted',
      stateReason: 'sales.yml was changed by <b>others</b>',
      abilities: MAY_CHANGE,
      waiting: waiting({ on: 'author', people: [HANAKO] }),
    });
    const changes = someChanges({
      mergeable: false,
      conflicts: ['transform/sales.yml'],
    });
    const step = await nextStep(
      request,
      clientOf(request, { retry }, changes),
      HANAKO,
    );
    expect(step.getByText('You', { selector: 'strong' })).toBeVisible();
    expect(
      step.getByText('sales.yml was changed by <b>others</b>'),
    ).toBeVisible();
    expect(await step.findByText('transform/sales.yml')).toBeVisible();
    await userEvent.click(step.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(retry).toHaveBeenCalledWith({ params: { id: REQUEST_ID } }),
    );
    expect(
      await screen.findByText('The portal tries again.'),
    ).toBeInTheDocument();
  });

  it('says what failed and whom to ask, and what a second failure says', async () => {
    const denied = await refusal(403, 'NotAllowedError', 'Not yours');
    const request = aRequest({
      state: 'failed',
      stateReason: 'The forge is down',
      proposal: undefined,
      abilities: { withdraw: true },
      waiting: waiting({ on: 'author', people: [HANAKO] }),
    });
    const step = await nextStep(
      request,
      clientOf(request, { retry: async () => Promise.reject(denied) }),
      HANAKO,
    );
    expect(step.getByText('The forge is down')).toBeVisible();
    expect(step.getByText(/data engineers of your company/)).toBeVisible();
    expect(step.getByText(/name request 12/)).toBeVisible();
    await userEvent.click(step.getByRole('button', { name: 'Try again' }));
    expect(
      await step.findByText('You do not have permission for this'),
    ).toBeVisible();
  });

  it.each(['withdrawn', 'lapsed'] as const)(
    'leads on from %s by a copy',
    async state => {
      const step = await nextStep(
        aRequest({ state, waiting: waiting({ on: 'nobody', people: [] }) }),
      );
      expect(
        step.getByRole('link', { name: 'Start again from a copy' }),
      ).toHaveAttribute('href', `${FORM}?copy=${REQUEST_ID}`);
      expect(step.queryByText('Waits for')).not.toBeInTheDocument();
    },
  );

  it('lets the requester change it, and withdraw it after asking', async () => {
    const withdraw = jest.fn(async () => aRequest({ state: 'withdrawn' }));
    const request = aRequest({ abilities: MAY_CHANGE });
    const step = await nextStep(
      request,
      clientOf(request, { withdraw }),
      HANAKO,
    );
    expect(
      step.getByRole('link', { name: 'Change the request' }),
    ).toHaveAttribute('href', `${FORM}?revise=${REQUEST_ID}`);
    await userEvent.click(step.getByRole('button', { name: 'Withdraw' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Withdraw this request?',
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel' }),
    );
    expect(withdraw).not.toHaveBeenCalled();
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await userEvent.click(step.getByRole('button', { name: 'Withdraw' }));
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Withdraw',
      }),
    );
    await waitFor(() =>
      expect(withdraw).toHaveBeenCalledWith({ params: { id: REQUEST_ID } }),
    );
  });

  it.each([
    [KENJI, /^You approved commit ddddddd\. The request has changed since/],
    [HANAKO, /commit ddddddd was approved.* no longer counts.*kenji\.tanaka/i],
  ])('tells %s that a commit voided an approval', async (viewer, words) => {
    const approved = 'd'.repeat(40);
    const at = '2026-11-20T01:00:00.000Z';
    const voided: TimelineEntry[] = [
      {
        type: 'reviewed',
        sequence: 1,
        at,
        actor: KENJI,
        verdict: 'approve',
        body: '',
        headSha: approved,
      },
      {
        type: 'updated',
        sequence: 2,
        at,
        actor: HANAKO,
        revision: 2,
        headSha: HEAD_SHA,
      },
    ];
    const request = aRequest({ abilities: MAY_REVIEW });
    const step = await nextStep(request, clientWith(request, voided), viewer);
    const link = await step.findByRole('link', { name: 'What changed' });
    expect(link.closest('p')).toHaveTextContent(words);
    expect(link).toHaveAttribute(
      'href',
      expect.stringContaining(`from=${approved}&to=${HEAD_SHA}`),
    );
  });

  it('says nothing of a voided approval that was given again', async () => {
    const at = '2026-11-20T01:00:00.000Z';
    const review = { type: 'reviewed', actor: KENJI, body: '', at } as const;
    const request = aRequest({ abilities: MAY_REVIEW });
    const step = await nextStep(
      request,
      clientWith(request, [
        {
          ...review,
          sequence: 1,
          verdict: 'approve',
          headSha: 'd'.repeat(40),
        },
        { type: 'updated', sequence: 2, at, revision: 2, headSha: HEAD_SHA },
        { ...review, sequence: 3, verdict: 'approve', headSha: HEAD_SHA },
      ]),
      KENJI,
    );
    expect(
      await screen.findByText('No longer counts: there is a newer commit'),
    ).toBeVisible();
    expect(
      step.queryByRole('link', { name: 'What changed' }),
    ).not.toBeInTheDocument();
  });

  it('leads the requester to the first comment without an answer', async () => {
    const request = aRequest({
      state: 'changes-requested',
      abilities: MAY_CHANGE,
    });
    const step = await nextStep(
      request,
      clientWith(request, [
        aComment({ sequence: 1, comment: 'answered' }),
        aComment({
          sequence: 2,
          comment: 'answer',
          inReplyTo: 'answered',
          actor: HANAKO,
        }),
        aComment({ sequence: 3, comment: 'open' }),
      ]),
      HANAKO,
    );
    const link = await step.findByRole('link', { name: 'Answer 1 comment' });
    await userEvent.click(link);
    const threads = await screen.findAllByRole('article', {
      name: 'Comment on the request',
    });
    expect(threads).toHaveLength(2);
    await waitFor(() => expect(threads[1]).toHaveFocus());
  });
});
