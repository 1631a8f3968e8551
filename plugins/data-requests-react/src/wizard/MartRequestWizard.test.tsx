import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeDataRequests } from '../__testUtils__/FakeDataRequests';
import { renderForm } from '../__testUtils__/renderForm';
import { MartRequestWizard } from './MartRequestWizard';

const DRAFT = '01KAFQ5V7M1111111111111111';

function type(label: string | RegExp, text: string) {
  const input = screen.getByLabelText(label);
  fireEvent.change(input, { target: { value: text } });
  fireEvent.blur(input);
}

function go(step: RegExp) {
  const stepper = screen.getByRole('navigation', { name: /Steps|手順/ });
  fireEvent.click(within(stepper).getByRole('button', { name: step }));
}

describe('MartRequestWizard', () => {
  it('leads from a question to a sent request', async () => {
    const user = userEvent.setup();
    const api = new FakeDataRequests();
    const onSubmitted = jest.fn();
    renderForm(
      <MartRequestWizard draftId={DRAFT} onSubmitted={onSubmitted} />,
      api,
    );

    // What and why: the name is suggested by the rule of the house.
    await screen.findByLabelText(/Which question/);
    type(/Which question/, 'What is the daily revenue of each store?');
    type(/What will you decide/, 'Plan the shifts');
    fireEvent.click(
      screen.getByRole('button', { name: 'Use fct_daily_revenue_store' }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Next: Which data' }));
    expect(screen.getByRole('heading', { name: 'Which data' })).toHaveFocus();

    // Data: found by a Japanese word of a column; the join is suggested.
    type('Search datasets', '都道府県');
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Use stg_orders' }),
      ).not.toBeInTheDocument(),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Use stg_stores' }));
    type('Search datasets', '');
    fireEvent.click(
      await screen.findByRole('button', { name: 'Use stg_orders' }),
    );
    expect(screen.getByLabelText('Column of orders')).toHaveValue('store_id');

    // Rows and columns, by keyboard.
    go(/Rows and columns/);
    const picker = screen.getByLabelText('Add a column');
    for (const column of ['prefecture', 'ordered_on', 'amount']) {
      await user.type(picker, `${column}{Enter}`);
    }
    // Live where it is chosen, and in the header of the step.
    expect(screen.getAllByText('One row per prefecture per day')).toHaveLength(
      2,
    );
    fireEvent.change(screen.getByLabelText('Time unit of ordered_on'), {
      target: { value: 'month' },
    });
    expect(screen.getByLabelText('How amount is summed up')).toHaveValue('sum');
    type('Name of column 3', 'Ｎet Sales');

    // Meaning.
    go(/Meaning/);
    fireEvent.change(screen.getByLabelText('Owning group'), {
      target: { value: 'group:default/sales' },
    });
    fireEvent.change(screen.getByLabelText('Domain'), {
      target: { value: 'sales' },
    });
    type('Definition (English)', 'Sales per prefecture and month');
    fireEvent.click(screen.getByLabelText('net_sales is never negative'));

    // Check and send.
    go(/Check and send/);
    expect(
      await screen.findByText('Makes fct_daily_revenue_store.'),
    ).toBeVisible();
    const send = screen.getByRole('button', { name: 'Send the request' });
    await waitFor(() => expect(send).toHaveAttribute('aria-disabled', 'false'));
    fireEvent.click(send);
    await waitFor(() => expect(onSubmitted).toHaveBeenCalledTimes(1));

    expect(api.submitted).toHaveLength(1);
    expect(api.submitted[0].draftId).toBe(DRAFT);
    expect(api.submitted[0].spec).toMatchObject({
      target: 'data-platform',
      name: 'fct_daily_revenue_store',
      sources: [{ alias: 'stores' }, { alias: 'orders' }],
      joins: [
        {
          source: 'orders',
          type: 'left',
          on: [
            {
              leftSource: 'stores',
              leftColumn: 'store_id',
              rightColumn: 'store_id',
            },
          ],
        },
      ],
      columns: [
        { role: 'dimension', name: 'prefecture' },
        { role: 'dimension', name: 'ordered_on', timeGrain: 'month' },
        { role: 'measure', name: 'net_sales', aggregation: 'sum' },
      ],
      grain: ['prefecture', 'ordered_on'],
      tests: [{ kind: 'not-negative', column: 'net_sales' }],
      owner: 'group:default/sales',
      domain: 'sales',
      definition: { en: 'Sales per prefecture and month' },
    });
  });

  it('refuses to send while a check blocks, and jumps to its field', async () => {
    const api = new FakeDataRequests();
    renderForm(
      <MartRequestWizard initialStep={4} onSubmitted={jest.fn()} />,
      api,
    );
    expect(
      await screen.findByText(/To be mended before sending \(4\)/),
    ).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Send the request' }));
    expect(api.submitted).toEqual([]);

    fireEvent.click(
      screen.getByRole('button', { name: 'The owner is missing.' }),
    );
    const owner = screen.getByLabelText('Owning group');
    expect(owner).toHaveFocus();
    expect(owner).toHaveAccessibleDescription('The owner is missing.');
    expect(owner).toBeInvalid();
  });

  it('opens without reproach, and counts what is still to fill in', async () => {
    const api = new FakeDataRequests();
    renderForm(<MartRequestWizard onSubmitted={jest.fn()} />, api);
    const panel = within(
      await screen.findByRole('complementary', { name: 'Live preview' }),
    );
    expect(await panel.findByText('Still to fill in (4)')).toBeVisible();
    expect(panel.queryByText(/To be mended/)).toBeNull();
    const stepper = within(
      screen.getByRole('navigation', { name: 'Steps of the request' }),
    );
    expect(
      stepper.getByRole('button', {
        name: '1. What and why Still to fill in: 2',
      }),
    ).toBeVisible();

    // One field that was left empty is a mistake, the others still are not.
    fireEvent.blur(screen.getByLabelText(/Which question/));
    expect(
      await panel.findByText('To be mended before sending (1)'),
    ).toBeVisible();
    expect(panel.getByText('Still to fill in (3)')).toBeVisible();
    expect(screen.getByLabelText(/Which question/)).toHaveAccessibleDescription(
      'The question is missing.',
    );

    // Going on says that the step is done: now its name is missing as well.
    fireEvent.click(screen.getByRole('button', { name: 'Next: Which data' }));
    expect(
      await stepper.findByRole('button', {
        name: '1. What and why Problems: 2',
      }),
    ).toBeVisible();
    fireEvent.click(
      panel.getByRole('button', {
        name: 'Go to what is still to fill in on “Meaning and quality”: 1',
      }),
    );
    expect(screen.getByLabelText('Owning group')).toHaveFocus();
  });

  it('speaks Japanese throughout', async () => {
    const api = new FakeDataRequests();
    renderForm(<MartRequestWizard onSubmitted={jest.fn()} />, api, 'ja');
    expect(
      await screen.findByLabelText('このマートで何を知りたいですか？'),
    ).toBeVisible();
    expect(
      await screen.findByText('これから入力する項目（4件）'),
    ).toBeVisible();
    for (const step of [/使うデータ/, /行と列/, /意味と品質/, /確認と送信/]) {
      go(step);
      const form = screen.getByRole('region', { name: 'データマートの依頼' });
      const words = [...form.querySelectorAll('h2, h3, h4, label, legend')]
        .map(element => element.textContent ?? '')
        .filter(text => text !== 'SQL' && !/[぀-ヿ一-鿿]/.test(text));
      expect(words).toEqual([]);
    }
  });

  it('takes the Enter of an input method for no command', async () => {
    const api = new FakeDataRequests();
    renderForm(
      <MartRequestWizard initialStep={1} onSubmitted={jest.fn()} />,
      api,
    );
    fireEvent.click(
      await screen.findByRole('button', { name: 'Use stg_stores' }),
    );
    go(/Rows and columns/);
    fireEvent.click(screen.getByRole('button', { name: 'Add a condition' }));
    fireEvent.change(screen.getByLabelText('is'), {
      target: { value: 'one-of' },
    });
    const values = screen.getByLabelText('Values');
    fireEvent.change(values, { target: { value: '東京' } });
    fireEvent.keyDown(values, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(values, { key: 'Enter', keyCode: 229 });
    expect(values).toHaveValue('東京');
    fireEvent.keyDown(values, { key: 'Enter' });
    expect(values).toHaveValue('');
    expect(screen.getByRole('button', { name: 'Remove 東京' })).toBeVisible();
  });
});
