import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
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
import {
  aComment,
  clientOf,
  clientWith,
  MAY_CHANGE,
  MAY_REVIEW,
  REQUEST_PATH,
} from '../../__testUtils__/requestPage';

const FILES_PATH = `${REQUEST_PATH}?part=files`;
const SQL_PATH = 'transform/models/marts/sales/fct_daily_sales.sql';
const OLD_SHA = 'd'.repeat(40);
const SQL = 'select\n  shop,\n  amount\nfrom sales\n';

const changes = someChanges({
  files: [{ action: 'create', path: SQL_PATH, content: SQL }],
});
const reviewed = (): DataRequest => aRequest({ abilities: MAY_REVIEW });
const owned = (): DataRequest => aRequest({ abilities: MAY_CHANGE });

const line = (number: number) =>
  screen.findByRole('button', {
    name: new RegExp(`^Comment on line ${number}:`),
  });

async function sqlFile() {
  return within(await screen.findByRole('region', { name: SQL_PATH }));
}

/** Opens the field of a line and writes into it. */
async function writeOn(number: number, text: string) {
  await userEvent.click(await line(number));
  const field = await screen.findByRole('textbox', {
    name: `Comment on line ${number}`,
  });
  await waitFor(() => expect(field).toHaveFocus());
  await userEvent.type(field, text);
  return field;
}

beforeEach(() => {
  window.localStorage.clear();
  window.sessionStorage.clear();
});

describe('a comment on lines', () => {
  it('is written under its line and sent with it', async () => {
    const comment = jest.fn(async () => reviewed());
    renderPages({
      path: FILES_PATH,
      client: clientOf(reviewed(), { comment }, changes),
    });
    const field = await writeOn(2, 'Which shop?');
    await userEvent.click(screen.getByRole('button', { name: 'Send comment' }));
    await waitFor(() =>
      expect(comment).toHaveBeenCalledWith({
        params: { id: REQUEST_ID },
        body: {
          body: 'Which shop?',
          anchor: { path: SQL_PATH, line: 2 },
        },
      }),
    );
    await waitFor(() => expect(field).not.toBeInTheDocument());
    expect(
      screen.getByText('Your comment is in the conversation.'),
    ).toBeInTheDocument();
    await waitFor(async () => expect(await line(2)).toHaveFocus());
  });

  it('is reached, stretched over lines and sent without a mouse', async () => {
    const comment = jest.fn(async () => reviewed());
    renderPages({
      path: FILES_PATH,
      client: clientOf(reviewed(), { comment }, changes),
    });
    await line(1);
    await userEvent.keyboard('j');
    expect(screen.getByRole('heading', { name: SQL_PATH })).toHaveFocus();
    await userEvent.tab();
    await userEvent.tab();
    expect(await line(1)).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Shift>}{ArrowDown}{/Shift}c');
    const field = await screen.findByRole('textbox', {
      name: 'Comment on lines 2 to 3',
    });
    await waitFor(() => expect(field).toHaveFocus());
    await userEvent.keyboard('Both?');
    // The Enter of an input method sends nothing, in Safari neither.
    const enter = { key: 'Enter', ctrlKey: true };
    fireEvent.keyDown(field, { ...enter, isComposing: true });
    fireEvent.keyDown(field, { ...enter, keyCode: 229 });
    expect(comment).not.toHaveBeenCalled();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(comment).toHaveBeenCalledWith({
        params: { id: REQUEST_ID },
        body: {
          body: 'Both?',
          anchor: { path: SQL_PATH, line: 2, endLine: 3 },
        },
      }),
    );
  });

  it('is sent once, and its button keeps the focus meanwhile', async () => {
    const comment = jest.fn(() => new Promise<DataRequest>(() => {}));
    renderPages({
      path: FILES_PATH,
      client: clientOf(reviewed(), { comment }, changes),
    });
    const field = await writeOn(2, 'Which shop?');
    const send = screen.getByRole('button', { name: 'Send comment' });
    send.focus();
    await userEvent.keyboard('{Enter}{Enter}');
    expect(send).toHaveAttribute('aria-disabled', 'true');
    // A button that is switched off loses the focus in a browser.
    expect(send).toBeEnabled();
    expect(send).toHaveFocus();
    await userEvent.type(field, '{Control>}{Enter}{/Control}');
    expect(comment).toHaveBeenCalledTimes(1);
  });

  it('keeps its words when Shift and a click stretch it', async () => {
    renderPages({
      path: FILES_PATH,
      client: clientOf(reviewed(), {}, changes),
    });
    await writeOn(2, 'All of these');
    const user = userEvent.setup();
    await user.keyboard('{Shift>}');
    await user.click(await line(4));
    await user.keyboard('{/Shift}');
    expect(
      await screen.findByRole('textbox', {
        name: 'Comment on lines 2 to 4',
      }),
    ).toHaveValue('All of these');
    expect(
      screen.queryByRole('textbox', { name: 'Comment on line 2' }),
    ).not.toBeInTheDocument();
  });

  it('suggests what the lines should read, and shows the difference', async () => {
    const comment = jest.fn(async () => reviewed());
    renderPages({
      path: FILES_PATH,
      client: clientOf(reviewed(), { comment }, changes),
    });
    await writeOn(2, 'Clearer');
    await userEvent.click(
      screen.getByRole('button', { name: 'Suggest a change' }),
    );
    const suggestion = screen.getByRole('textbox', {
      name: 'These lines should read',
    });
    expect(suggestion).toHaveValue('  shop,');
    await userEvent.clear(suggestion);
    await userEvent.type(suggestion, '  shop_name,');
    const difference = screen.getByRole('group', { name: 'Suggested change' });
    expect(within(difference).getByText('− shop,')).toBeVisible();
    expect(within(difference).getByText('+ shop_name,')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Send comment' }));
    await waitFor(() =>
      expect(comment).toHaveBeenCalledWith({
        params: { id: REQUEST_ID },
        body: {
          body: 'Clearer',
          anchor: { path: SQL_PATH, line: 2 },
          suggestion: '  shop_name,',
        },
      }),
    );
  });

  it('is not offered to who may not comment', async () => {
    renderPages({
      path: FILES_PATH,
      client: clientOf(aRequest(), {}, changes),
    });
    expect(
      await screen.findByRole('group', { name: `Changes of ${SQL_PATH}` }),
    ).toHaveTextContent('from sales');
    expect(
      screen.queryByRole('button', { name: /^Comment on/ }),
    ).not.toBeInTheDocument();
  });

  it('is made on a whole file too', async () => {
    const comment = jest.fn(async () => reviewed());
    renderPages({
      path: FILES_PATH,
      client: clientOf(reviewed(), { comment }, changes),
    });
    const file = await sqlFile();
    const name = `Comment on this file: ${SQL_PATH}`;
    await userEvent.click(file.getByRole('button', { name }));
    await userEvent.type(file.getByRole('textbox', { name }), 'Why?');
    await userEvent.click(file.getByRole('button', { name: 'Send comment' }));
    await waitFor(() =>
      expect(comment).toHaveBeenCalledWith({
        params: { id: REQUEST_ID },
        body: { body: 'Why?', anchor: { path: SQL_PATH } },
      }),
    );
  });
});

describe('what is typed survives', () => {
  it.each([
    [401, 'AuthenticationError', 'Your session has ended'],
    [403, 'NotAllowedError', 'You do not have permission for this'],
    [409, 'ConflictError', 'The request changed while you were reading'],
    [500, 'Error', 'The portal had a problem'],
  ])('a refusal with %i', async (status, name, title) => {
    const error = await refusal(status, name, 'Refused');
    renderPages({
      path: FILES_PATH,
      client: clientOf(
        reviewed(),
        { comment: async () => Promise.reject(error) },
        changes,
      ),
    });
    const field = await writeOn(2, 'Which shop?');
    await userEvent.click(screen.getByRole('button', { name: 'Send comment' }));
    expect(await (await sqlFile()).findByText(title)).toBeVisible();
    expect(field).toHaveValue('Which shop?');
  });

  it('leaving the files, and a reload of the page', async () => {
    const client = clientOf(reviewed(), {}, changes);
    const { unmount } = renderPages({ path: FILES_PATH, client });
    await writeOn(2, 'Which shop?');
    await userEvent.click(screen.getByRole('tab', { name: 'Checks' }));
    await userEvent.click(screen.getByRole('tab', { name: 'Files' }));
    const name = 'Comment on line 2';
    expect(await screen.findByRole('textbox', { name })).toHaveValue(
      'Which shop?',
    );
    unmount();
    renderPages({ path: FILES_PATH, client });
    expect(await screen.findByRole('textbox', { name })).toHaveValue(
      'Which shop?',
    );
  });
});

describe('a thread', () => {
  const onLine2 = { path: SQL_PATH, line: 2 };

  it('stands under its line, is answered there, and is plain text', async () => {
    const comment = jest.fn(async () => owned());
    const body =
      '<img src=x onerror=alert(1)>\n[click](javascript:alert(1)) https://evil.example';
    renderPages({
      path: FILES_PATH,
      viewer: HANAKO,
      client: clientWith(
        owned(),
        [aComment({ body, anchor: onLine2 })],
        { comment },
        changes,
      ),
    });
    const thread = await screen.findByRole('article', {
      name: `Comment on ${SQL_PATH}, line 2`,
    });
    expect(
      (await line(2)).closest('.cm-line')?.nextElementSibling,
    ).toContainElement(thread);
    expect(
      within(thread).getByText(
        (_, element) =>
          element?.tagName === 'DIV' && element.textContent === body,
      ),
    ).toHaveStyle({ whiteSpace: 'pre-wrap' });
    expect(within(thread).queryByRole('img')).not.toBeInTheDocument();
    expect(within(thread).queryByRole('link')).not.toBeInTheDocument();

    await userEvent.click(
      within(thread).getByRole('button', { name: 'Reply' }),
    );
    await userEvent.type(
      within(thread).getByRole('textbox', { name: 'Reply' }),
      'All of them',
    );
    await userEvent.click(
      within(thread).getByRole('button', { name: 'Send comment' }),
    );
    await waitFor(() =>
      expect(comment).toHaveBeenCalledWith({
        params: { id: REQUEST_ID },
        body: { body: 'All of them', inReplyTo: 'c-1' },
      }),
    );
  });

  it('leads its author to the field of the form that the line comes from', async () => {
    const timeline = [
      aComment({ anchor: onLine2, field: 'columns.2.definition' }),
    ];
    const { unmount } = renderPages({
      path: FILES_PATH,
      viewer: HANAKO,
      client: clientWith(owned(), timeline, {}, changes),
    });
    expect(
      await screen.findByRole('link', { name: 'Change this in the form' }),
    ).toHaveAttribute(
      'href',
      `/data-requests/new/data-mart?revise=${REQUEST_ID}&field=columns.2.definition`,
    );
    unmount();
    renderPages({
      path: FILES_PATH,
      client: clientWith(reviewed(), timeline, {}, changes),
    });
    expect(await screen.findByText('Which shops?')).toBeVisible();
    expect(
      screen.queryByRole('link', { name: 'Change this in the form' }),
    ).not.toBeInTheDocument();
  });

  const suggestion = aComment({ anchor: onLine2, suggestion: '  shop_name,' });
  const applyButton = { name: 'Apply and update the pull request' };

  it('has its suggestion applied from the conversation, after saying what that does', async () => {
    const applySuggestion = jest.fn(async () => owned());
    renderPages({
      path: REQUEST_PATH,
      viewer: HANAKO,
      client: clientWith(owned(), [suggestion], { applySuggestion }, changes),
    });
    const apply = await screen.findByRole('button', applyButton);
    await waitFor(() => expect(apply).toBeEnabled());
    await userEvent.click(apply);
    expect(applySuggestion).not.toHaveBeenCalled();
    const dialog = await screen.findByRole('dialog', {
      name: 'Apply this suggestion?',
    });
    expect(dialog).toHaveTextContent('Approvals given so far no longer count');
    await userEvent.click(within(dialog).getByRole('button', applyButton));
    await waitFor(() =>
      expect(applySuggestion).toHaveBeenCalledWith({
        params: { id: REQUEST_ID, comment: 'c-1' },
        body: { headSha: HEAD_SHA },
      }),
    );
    expect(
      await screen.findByText('The suggestion is part of the pull request.'),
    ).toBeInTheDocument();
  });

  it('says so and reloads where the head moved before it was applied', async () => {
    const moved = await refusal(409, 'ConflictError', 'The head moved');
    const getRequest = jest.fn(async () => owned());
    renderPages({
      path: REQUEST_PATH,
      viewer: HANAKO,
      client: clientWith(
        owned(),
        [suggestion],
        { getRequest, applySuggestion: async () => Promise.reject(moved) },
        changes,
      ),
    });
    const apply = await screen.findByRole('button', applyButton);
    await waitFor(() => expect(apply).toBeEnabled());
    await userEvent.click(apply);
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole(
        'button',
        applyButton,
      ),
    );
    const thread = within(await screen.findByRole('article'));
    expect(
      await thread.findByText('The request changed while you were reading'),
    ).toBeVisible();
    const before = getRequest.mock.calls.length;
    await userEvent.click(thread.getByRole('button', { name: 'Reload' }));
    await waitFor(() =>
      expect(getRequest.mock.calls.length).toBeGreaterThan(before),
    );
  });

  it('shows that its suggestion was applied, and offers that no more', async () => {
    renderPages({
      path: FILES_PATH,
      viewer: HANAKO,
      client: clientWith(
        owned(),
        [
          suggestion,
          {
            type: 'suggestion-applied',
            sequence: 4,
            at: '2026-11-20T02:00:00.000Z',
            actor: HANAKO,
            comment: 'c-1',
            headSha: HEAD_SHA,
          },
        ],
        {},
        changes,
      ),
    });
    expect(await screen.findByText('Applied')).toBeVisible();
    expect(screen.getByText('Applied in commit aaaaaaa.')).toBeVisible();
    expect(screen.queryByRole('button', applyButton)).not.toBeInTheDocument();
  });

  it('of an earlier commit follows its line, or says that it changed', async () => {
    const compareFiles = jest.fn(async () => ({
      items: [
        {
          action: 'update' as const,
          path: SQL_PATH,
          previousContent: 'select\n  sum(amount)\nfrom sales\n',
          content: SQL,
        },
      ],
    }));
    renderPages({
      path: FILES_PATH,
      viewer: HANAKO,
      client: clientWith(
        owned(),
        [
          aComment({
            sequence: 1,
            comment: 'gone',
            headSha: OLD_SHA,
            body: 'Sum of what?',
            anchor: onLine2,
          }),
          aComment({
            sequence: 2,
            comment: 'moved',
            headSha: OLD_SHA,
            body: 'All sales?',
            anchor: { path: SQL_PATH, line: 3 },
          }),
        ],
        { compareFiles },
        changes,
      ),
    });
    const outdated = (await screen.findByText('Sum of what?')).closest(
      'article',
    )!;
    expect(outdated).toHaveTextContent('Outdated: the lines have changed');
    expect(outdated).toHaveTextContent('sum(amount)');
    expect(outdated.closest('.cm-editor')).toBeNull();
    const moved = screen.getByText('All sales?').closest('article')!;
    expect(
      (await line(4)).closest('.cm-line')?.nextElementSibling,
    ).toContainElement(moved);
    expect(compareFiles).toHaveBeenCalledTimes(1);
    expect(compareFiles).toHaveBeenCalledWith({
      params: { id: REQUEST_ID },
      query: { from: OLD_SHA, to: HEAD_SHA },
    });
  });

  it('of an earlier commit is shown as outdated where its lines cannot be looked up', async () => {
    const error = await refusal(404, 'NotFoundError', 'No such commit');
    renderPages({
      path: FILES_PATH,
      client: clientWith(
        reviewed(),
        [aComment({ headSha: OLD_SHA, anchor: onLine2 })],
        { compareFiles: async () => Promise.reject(error) },
        changes,
      ),
    });
    expect(
      await screen.findByText('Outdated: the lines have changed'),
    ).toBeVisible();
    expect(screen.getByText('Which shops?')).toBeVisible();
  });

  it('is gone to with n and p, and from the conversation', async () => {
    renderPages({
      path: REQUEST_PATH,
      client: clientWith(
        reviewed(),
        [
          aComment({
            sequence: 1,
            comment: 'late',
            anchor: { path: SQL_PATH, line: 4 },
          }),
          aComment({ sequence: 2, comment: 'early', anchor: onLine2 }),
        ],
        {},
        changes,
      ),
    });
    const links = await screen.findAllByRole('link', {
      name: 'Show in the files',
    });
    await userEvent.click(links[0]);
    const on = (number: number) =>
      screen.findByRole('article', {
        name: `Comment on ${SQL_PATH}, line ${number}`,
      });
    await waitFor(async () => expect(await on(4)).toHaveFocus());
    await userEvent.keyboard('p');
    await waitFor(async () => expect(await on(2)).toHaveFocus());
    await userEvent.keyboard('n');
    await waitFor(async () => expect(await on(4)).toHaveFocus());
  });
});
