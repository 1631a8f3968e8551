import { ResponseError } from '@backstage/errors';
import { emptyMartSpec } from '@suido/backstage-plugin-data-requests-common';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { FakeDataRequests } from '../__testUtils__/FakeDataRequests';
import { renderForm } from '../__testUtils__/renderForm';
import { MartRequestWizard } from './MartRequestWizard';

const DRAFT = '01KAFQ5V7M1111111111111111';

async function refused(status: number, name: string, message: string) {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name, message },
        request: { method: 'PUT', url: '/v1/drafts/x' },
        response: { statusCode: status },
      }),
      { status, headers: { 'content-type': 'application/json' } },
    ),
  );
}

async function openForm(api: FakeDataRequests, onDraftIdChange = jest.fn()) {
  renderForm(
    <MartRequestWizard
      draftId={DRAFT}
      onSubmitted={jest.fn()}
      onDraftIdChange={onDraftIdChange}
    />,
    api,
  );
  return screen.findByLabelText(/Which question/);
}

function ask(question: string) {
  fireEvent.change(screen.getByLabelText(/Which question/), {
    target: { value: question },
  });
}

describe('drafts of the wizard', () => {
  it('saves nothing until something is written, then each pause', async () => {
    const api = new FakeDataRequests();
    await openForm(api);
    expect(screen.getByText('Changes are saved as a draft')).toBeVisible();
    expect(api.drafts.size).toBe(0);
    ask('How much?');
    expect(await screen.findByText('Draft saved')).toBeVisible();
    expect(api.drafts.get(DRAFT)).toMatchObject({
      revision: 1,
      step: 0,
      spec: { question: 'How much?' },
    });
    ask('How many?');
    await waitFor(() => expect(api.drafts.get(DRAFT)?.revision).toBe(2));
  });

  it('offers both versions after a conflict', async () => {
    const api = new FakeDataRequests();
    const onDraftIdChange = jest.fn();
    await openForm(api, onDraftIdChange);
    await api.saveDraft({
      params: { id: DRAFT },
      body: {
        revision: 0,
        step: 0,
        spec: { ...emptyMartSpec('data-platform'), question: 'Theirs' },
      },
    });
    ask('Mine');
    fireEvent.click(
      await screen.findByRole('button', { name: 'Keep mine as a new draft' }),
    );
    await waitFor(() => expect(onDraftIdChange).toHaveBeenCalledTimes(1));
    const [[newId]] = onDraftIdChange.mock.calls;
    expect(api.drafts.get(newId)?.spec.question).toBe('Mine');
    expect(api.drafts.get(DRAFT)?.spec.question).toBe('Theirs');
    expect(screen.getByLabelText(/Which question/)).toHaveValue('Mine');
  });

  it('loads the other version and goes on from it', async () => {
    const api = new FakeDataRequests();
    await openForm(api);
    await api.saveDraft({
      params: { id: DRAFT },
      body: {
        revision: 0,
        step: 0,
        spec: { ...emptyMartSpec('data-platform'), question: 'Theirs' },
      },
    });
    ask('Mine');
    fireEvent.click(
      await screen.findByRole('button', { name: 'Load the other version' }),
    );
    await waitFor(() =>
      expect(screen.getByLabelText(/Which question/)).toHaveValue('Theirs'),
    );
    ask('Both');
    await waitFor(() =>
      expect(api.drafts.get(DRAFT)).toMatchObject({
        revision: 2,
        spec: { question: 'Both' },
      }),
    );
  });

  it.each([
    [
      409,
      'ConflictError',
      'This draft was saved by a newer release of the portal',
    ],
    [
      404,
      'NotFoundError',
      'This draft was sent or thrown away in another window',
    ],
  ])('says why a draft cannot be read (%s)', async (status, name, words) => {
    const api = new FakeDataRequests();
    const onDraftIdChange = jest.fn();
    await openForm(api, onDraftIdChange);
    const { saveDraft } = api;
    api.saveDraft = async input =>
      input.params.id === DRAFT
        ? Promise.reject(await refused(409, 'ConflictError', 'conflict'))
        : saveDraft(input);
    api.getDraft = async () => {
      throw await refused(status, name, 'refused');
    };
    ask('Mine');
    expect(await screen.findByText(words)).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Load the other version' }),
    ).toBeNull();
    fireEvent.click(
      screen.getByRole('button', { name: 'Keep mine as a new draft' }),
    );
    await waitFor(() => expect(onDraftIdChange).toHaveBeenCalledTimes(1));
    const [[newId]] = onDraftIdChange.mock.calls;
    expect(api.drafts.get(newId)?.spec.question).toBe('Mine');
  });

  it('takes its own save, whose answer was lost, for a success', async () => {
    const api = new FakeDataRequests();
    const { saveDraft } = api;
    await openForm(api);
    api.saveDraft = async input => {
      await saveDraft(input);
      api.saveDraft = saveDraft;
      throw new TypeError('Failed to fetch');
    };
    ask('Mine');
    fireEvent.click(await screen.findByRole('button', { name: 'Save again' }));
    expect(await screen.findByText('Draft saved')).toBeVisible();
    expect(api.drafts.get(DRAFT)?.revision).toBe(1);
  });

  it.each([
    [401, 'AuthenticationError', /Your session has ended/],
    [403, 'NotAllowedError', /You do not have permission/],
    [503, 'ServiceUnavailableError', /The portal had a problem/],
  ])('keeps what was written after a %s', async (status, name, words) => {
    const api = new FakeDataRequests();
    const { saveDraft } = api;
    await openForm(api);
    api.saveDraft = async () => {
      throw await refused(status, name, 'refused');
    };
    ask('Mine');
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.getByLabelText(/Which question/)).toHaveValue('Mine');

    api.saveDraft = saveDraft;
    fireEvent.click(screen.getByRole('button', { name: 'Save again' }));
    expect(await screen.findByText('Draft saved')).toBeVisible();
    expect(api.drafts.get(DRAFT)?.spec.question).toBe('Mine');
  });

  it('asks before it lets go of what is not saved', async () => {
    const api = new FakeDataRequests();
    await openForm(api);
    api.saveDraft = async () => {
      throw new TypeError('Failed to fetch');
    };
    const isHeld = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(isHeld()).toBe(false);
    ask('Mine');
    await screen.findByText(/could not be reached/);
    expect(isHeld()).toBe(true);
  });
});
