import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeClient, refusal } from '../__testUtils__/fakeClient';
import {
  aRequest,
  HANAKO,
  HEAD_SHA,
  KENJI,
  REQUEST_ID,
  someChanges,
} from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';
import {
  clientOf,
  MAY_REVIEW,
  pressWhenReady,
  REQUEST_PATH as PATH,
} from '../__testUtils__/requestPage';

beforeEach(() => {
  window.localStorage.clear();
  window.sessionStorage.clear();
});

describe('where a request stands', () => {
  it('names the stations passed and where it stopped', async () => {
    renderPages({
      path: PATH,
      client: clientOf(aRequest({ state: 'withdrawn' })),
    });
    const life = await screen.findByRole('list', {
      name: 'Life of the request',
    });
    expect(within(life).getAllByRole('listitem')).toHaveLength(5);
    expect(within(life).getByText('Stopped here: Withdrawn')).toBeVisible();
    // Nothing can be said or decided any more, so there is no box for it.
    expect(
      screen.queryByRole('region', { name: 'Your review' }),
    ).not.toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Facts' })).toBeVisible();
  });

  it.each([
    [404, 'NotFoundError', PATH],
    [400, 'InputError', '/data-requests/requests/12'],
  ])('says so where there is no such request (%d)', async (...answer) => {
    const [status, name, path] = answer;
    const missing = await refusal(status, name, 'No request');
    renderPages({
      path,
      client: fakeClient({ getRequest: async () => Promise.reject(missing) }),
    });
    expect(await screen.findByText('There is no such request')).toBeVisible();
  });

  it('says whom to ask where the reader may not see it', async () => {
    const denied = await refusal(403, 'NotAllowedError', 'No');
    renderPages({
      path: PATH,
      client: fakeClient({ getRequest: async () => Promise.reject(denied) }),
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('shows the dataset as pending, then as a link once the catalog has it', async () => {
    const merged = aRequest({ state: 'merged' });
    const { unmount } = renderPages({ path: PATH, client: clientOf(merged) });
    expect(await screen.findByText(/Not yet in the catalog/)).toBeVisible();
    unmount();
    renderPages({
      path: PATH,
      client: clientOf(merged),
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: { namespace: 'default', name: merged.datasetKey },
        },
      ],
    });
    expect(
      await screen.findByRole('link', { name: 'Open in the catalog' }),
    ).toHaveAttribute('href', `/catalog/default/resource/${merged.datasetKey}`);
  });
});

describe('what a reviewer reads', () => {
  it('files, what they are for, and how they change', async () => {
    renderPages({ path: PATH, client: clientOf(aRequest()) });
    await userEvent.click(await screen.findByRole('tab', { name: 'Files' }));
    const file = await screen.findByRole('region', {
      name: 'transform/models/marts/sales/fct_daily_sales.sql',
    });
    expect(within(file).getByText('New')).toBeVisible();
    expect(screen.getByText('Adds one mart.')).toBeVisible();
    const path = 'transform/models/marts/sales/sales.yml';
    await userEvent.click(
      screen.getByRole('button', { name: `All lines of ${path}` }),
    );
    expect(
      screen.getByRole('button', { name: `Only changes of ${path}` }),
    ).toBeVisible();
  });

  it('checks, the worst first, and reviewers with the reason', async () => {
    renderPages({ path: PATH, client: clientOf(aRequest()) });
    await userEvent.click(await screen.findByRole('tab', { name: 'Checks' }));
    await screen.findByText('Check the tier.');
    const checks = within(screen.getByRole('tabpanel')).getAllByRole(
      'listitem',
    );
    expect(checks[0]).toHaveTextContent('Check the tier.');
    expect(within(checks[0]).getByTitle('Warning')).toBeInTheDocument();
    expect(checks[0]).toHaveTextContent('Field: tier');

    await userEvent.click(screen.getByRole('tab', { name: 'Reviewers' }));
    const panel = screen.getByRole('tabpanel');
    expect(within(panel).getByText(/@data-engineering/)).toBeVisible();
    expect(
      within(panel).getByText(/\/transform\/ in CODEOWNERS/),
    ).toBeVisible();
    expect(within(panel).getByText(/not known to the portal/)).toBeVisible();
  });

  it('sample rows, masked columns named, empty values said', async () => {
    renderPages({
      path: `${PATH}?part=sample`,
      client: clientOf(aRequest(), {
        getSample: async () => ({
          status: 'available',
          columns: [
            { name: 'shop', type: 'text', masked: true },
            { name: 'total', type: 'decimal', masked: false },
          ],
          rows: [['****', null]],
          truncated: false,
          sampledRowCount: 1_000,
        }),
      }),
    });
    expect(await screen.findByText(/text · masked/)).toBeVisible();
    expect(screen.getByText('(empty)')).toBeVisible();
    expect(screen.getByText(/1,000 sample rows/)).toBeVisible();
  });

  it('the reason why there are no sample rows, in the reader’s language', async () => {
    renderPages({
      path: `${PATH}?part=sample`,
      language: 'ja',
      client: clientOf(aRequest(), {
        getSample: async () => ({
          status: 'unavailable',
          reason: { en: 'No source', ja: 'データ元がありません' },
        }),
      }),
    });
    expect(await screen.findByText('データ元がありません')).toBeVisible();
  });

  it('waits for the pull request before it shows files', async () => {
    renderPages({
      path: `${PATH}?part=files`,
      client: clientOf(aRequest({ state: 'checking', proposal: undefined })),
    });
    expect(
      await screen.findByText('The pull request is not open yet'),
    ).toBeVisible();
  });

  it('the conversation in words', async () => {
    const at = '2026-11-20T01:00:00.000Z';
    renderPages({
      path: PATH,
      client: clientOf(aRequest(), {
        getTimeline: async () => ({
          items: [
            { type: 'submitted', sequence: 1, at, actor: HANAKO, revision: 1 },
            { type: 'proposed', sequence: 2, at, number: 7, headSha: HEAD_SHA },
            {
              type: 'reviewed',
              sequence: 3,
              at,
              actor: KENJI,
              verdict: 'request-changes',
              body: '<b>Rename</b> it',
              headSha: HEAD_SHA,
            },
          ],
        }),
      }),
    });
    expect(await screen.findByText(/sent the request/)).toBeVisible();
    expect(screen.getByText(/opened pull request #7/)).toBeVisible();
    expect(
      screen.getByText(/asked for changes to commit aaaaaaa/),
    ).toBeVisible();
    expect(screen.getByText('<b>Rename</b> it')).toBeVisible();
  });
});

describe('the review box', () => {
  it('offers nothing that is not allowed, and says why', async () => {
    renderPages({
      path: PATH,
      client: clientOf(
        aRequest({
          abilities: {
            reasons: [
              { en: 'It is your own request.', ja: '自分の依頼です。' },
            ],
          },
        }),
      ),
    });
    expect(await screen.findByText('It is your own request.')).toBeVisible();
    for (const name of ['Approve', 'Request changes', 'Merge', 'Withdraw']) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
    expect(screen.queryByLabelText('Comment')).not.toBeInTheDocument();
  });

  it('approves the commit that was shown', async () => {
    const approved = aRequest({
      state: 'approved',
      abilities: { comment: true, merge: true },
    });
    const getRequest = jest
      .fn(async () => approved)
      .mockResolvedValueOnce(aRequest({ abilities: MAY_REVIEW }));
    const review = jest.fn(async () => approved);
    renderPages({
      path: PATH,
      client: clientOf(aRequest(), { getRequest, review }),
    });
    await pressWhenReady('Approve');
    // The buttons rest meanwhile, then this one is gone: the focus stays near.
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull(),
    );
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Comment' })).toHaveFocus(),
    );
    await waitFor(() =>
      expect(review).toHaveBeenCalledWith({
        params: { id: REQUEST_ID },
        body: { verdict: 'approve', body: '', headSha: HEAD_SHA },
      }),
    );
    expect(
      await screen.findByText('Request 12 is now: Approved'),
    ).toBeInTheDocument();
    expect(screen.getByText('You approved the request.')).toBeInTheDocument();
  });

  it('asks what has to change before it requests changes', async () => {
    const review = jest.fn(async () => aRequest());
    renderPages({
      path: PATH,
      client: clientOf(aRequest({ abilities: MAY_REVIEW }), { review }),
    });
    await pressWhenReady('Request changes');
    expect(screen.getByText(/Say what has to change/)).toBeVisible();
    expect(review).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Comment')).toHaveFocus();
  });

  it('merges only after asking', async () => {
    const merge = jest.fn(async () => aRequest({ state: 'merged' }));
    renderPages({
      path: PATH,
      client: clientOf(
        aRequest({ state: 'approved', abilities: { merge: true } }),
        { merge },
      ),
    });
    const button = await screen.findByRole('button', { name: 'Merge' });
    await waitFor(() => expect(button).toBeEnabled());
    await userEvent.click(button);
    expect(merge).not.toHaveBeenCalled();
    const dialog = await screen.findByRole('dialog', {
      name: 'Merge this request?',
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Merge' }),
    );
    await waitFor(() =>
      expect(merge).toHaveBeenCalledWith({
        params: { id: REQUEST_ID },
        body: { headSha: HEAD_SHA },
      }),
    );
    expect(
      await screen.findByText('Request 12 is now: Merged'),
    ).toBeInTheDocument();
  });

  it('does not merge what conflicts, and names the files', async () => {
    renderPages({
      path: PATH,
      client: clientOf(
        aRequest({ state: 'conflicted', abilities: { merge: true } }),
        {},
        someChanges({ mergeable: false, conflicts: ['transform/sales.yml'] }),
      ),
    });
    expect(await screen.findByText('transform/sales.yml')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Merge' })).toBeDisabled();
  });

  it('keeps what was typed when the head moved, and reloads', async () => {
    const moved = await refusal(409, 'ConflictError', 'The head moved');
    const getRequest = jest.fn(async () => aRequest({ abilities: MAY_REVIEW }));
    renderPages({
      path: PATH,
      client: clientOf(aRequest(), {
        getRequest,
        review: async () => Promise.reject(moved),
      }),
    });
    await userEvent.type(await screen.findByLabelText('Comment'), 'Fine');
    await pressWhenReady('Approve');
    expect(
      await screen.findByText('The request changed while you were reading'),
    ).toBeVisible();
    expect(screen.getByLabelText('Comment')).toHaveValue('Fine');
    const callsBefore = getRequest.mock.calls.length;
    await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
    await waitFor(() =>
      expect(getRequest.mock.calls.length).toBeGreaterThan(callsBefore),
    );
    expect(
      screen.queryByText('The request changed while you were reading'),
    ).not.toBeInTheDocument();
    expect(screen.getByLabelText('Comment')).toHaveValue('Fine');
  });

  it('takes the Enter of an input method for no command', async () => {
    const comment = jest.fn(async () => aRequest());
    renderPages({
      path: PATH,
      client: clientOf(aRequest({ abilities: MAY_REVIEW }), { comment }),
    });
    const field = await screen.findByLabelText('Comment');
    await userEvent.type(field, 'よみやすい');
    const enter = { key: 'Enter', ctrlKey: true };
    fireEvent.keyDown(field, { ...enter, isComposing: true });
    // Safari has ended the composing by then.
    fireEvent.keyDown(field, { ...enter, keyCode: 229 });
    expect(comment).not.toHaveBeenCalled();
    fireEvent.keyDown(field, enter);
    await waitFor(() => expect(comment).toHaveBeenCalledTimes(1));
  });

  it('says that the session ended and keeps what was typed', async () => {
    const expired = await refusal(401, 'AuthenticationError', 'Expired');
    renderPages({
      path: PATH,
      client: clientOf(aRequest({ abilities: MAY_REVIEW }), {
        comment: async () => Promise.reject(expired),
      }),
    });
    await userEvent.type(await screen.findByLabelText('Comment'), 'Hello');
    await userEvent.click(screen.getByRole('button', { name: 'Comment' }));
    expect(await screen.findByText('Your session has ended')).toBeVisible();
    expect(screen.getByLabelText('Comment')).toHaveValue('Hello');
  });
});

describe('keyboard shortcuts', () => {
  it('reach the parts and the box, rest while writing, and can be switched off', async () => {
    renderPages({
      path: PATH,
      client: clientOf(aRequest({ abilities: MAY_REVIEW })),
    });
    const approve = await screen.findByRole('button', { name: 'Approve' });
    await waitFor(() => expect(approve).toBeEnabled());
    await userEvent.keyboard('4');
    expect(screen.getByRole('tab', { name: 'Checks' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await userEvent.keyboard('a');
    expect(screen.getByRole('button', { name: 'Approve' })).toHaveFocus();
    await userEvent.keyboard('c');
    const comment = screen.getByLabelText('Comment');
    expect(comment).toHaveFocus();
    await userEvent.keyboard('2');
    expect(comment).toHaveValue('2');
    expect(screen.getByRole('tab', { name: 'Checks' })).toHaveAttribute(
      'aria-selected',
      'true',
    );

    await userEvent.tab();
    await userEvent.keyboard('?');
    const help = await screen.findByRole('dialog', {
      name: 'Keyboard shortcuts',
    });
    await userEvent.click(
      within(help).getByRole('checkbox', { name: 'Use single-key shortcuts' }),
    );
    await userEvent.click(within(help).getByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await userEvent.keyboard('2');
    expect(screen.getByRole('tab', { name: 'Checks' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });
});
