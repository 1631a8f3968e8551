import { ResponseError } from '@backstage/errors';
import type { Check } from '@suido/backstage-plugin-data-requests-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeDataRequests } from '../__testUtils__/FakeDataRequests';
import { renderForm } from '../__testUtils__/renderForm';
import { shopSpec } from '../__testUtils__/shopSpec';
import { MartRequestWizard } from './MartRequestWizard';

const TAKEN: Check = {
  rule: 'name-taken',
  severity: 'error',
  status: 'failed',
  field: 'name',
  message: {
    en: "'fct_daily_sales' is taken; choose another name.",
    ja: '「fct_daily_sales」という名前はすでに使われています。',
  },
};

function refusal(checks: unknown) {
  const error = { name: 'ConflictError', message: TAKEN.message.en, checks };
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error,
        request: { method: 'POST', url: '/v1/requests' },
        response: { statusCode: 409 },
      }),
      { status: 409, headers: { 'content-type': 'application/json' } },
    ),
  );
}

/** A form whose request is refused the first time it is sent. */
async function sendRefused(checks: unknown, language: 'en' | 'ja') {
  const api = new FakeDataRequests();
  const { submit } = api;
  api.submit = jest.fn(submit).mockRejectedValueOnce(await refusal(checks));
  renderForm(
    <MartRequestWizard
      initialSpec={shopSpec({ owner: 'group:default/sales' })}
      initialStep={4}
      onSubmitted={jest.fn()}
    />,
    api,
    language,
  );
  const send = await screen.findByRole('button', {
    name: /Send the request|依頼を送信する/,
  });
  await waitFor(() => expect(send).toHaveAttribute('aria-disabled', 'false'));
  fireEvent.click(send);
  return within(await screen.findByRole('alert'));
}

const go = (step: RegExp) =>
  fireEvent.click(screen.getByRole('button', { name: step }));

describe('a refused request', () => {
  it.each(['en', 'ja'] as const)(
    'says in %s what stands against it, and leads there',
    async language => {
      const alert = await sendRefused([TAKEN], language);
      expect(
        alert.getByText(/nothing is lost|入力した内容は残っています/),
      ).toBeVisible();
      const other = language === 'en' ? 'ja' : 'en';
      expect(alert.queryByText(TAKEN.message[other])).toBeNull();
      fireEvent.click(
        alert.getByRole('button', { name: TAKEN.message[language] }),
      );
      const name = screen.getByLabelText(/Name of the mart|マートの名前/);
      expect(name).toHaveFocus();

      // What was refused is no word on what it has become since.
      go(/^5\. /);
      expect(screen.getByRole('alert')).toBeVisible();
      go(/^1\. /);
      fireEvent.change(screen.getByLabelText(/Name of the mart|マートの名前/), {
        target: { value: 'fct_other_sales' },
      });
      go(/^5\. /);
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );

  it.each([
    ['another reason', undefined],
    ['checks of another shape', [{ rule: 'name-taken' }]],
  ])('tells %s in the words of the server', async (_, checks) => {
    const alert = await sendRefused(checks, 'en');
    expect(alert.getByText(/is taken; choose another name/)).toBeVisible();
    expect(alert.queryByRole('button')).toBeNull();
  });
});
