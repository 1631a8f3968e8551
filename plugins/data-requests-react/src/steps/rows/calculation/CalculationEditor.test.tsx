import type {
  MartColumn,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeDataRequests } from '../../../__testUtils__/FakeDataRequests';
import { renderForm } from '../../../__testUtils__/renderForm';
import { derived, shopSpec } from '../../../__testUtils__/shopSpec';
import { StepHarness } from '../../../__testUtils__/StepHarness';
import { RowsAndColumnsStep } from '../RowsAndColumnsStep';

async function openStep(
  spec: MartSpec = shopSpec(),
  language: 'en' | 'ja' = 'en',
) {
  const made: MartSpec[] = [spec];
  renderForm(
    <StepHarness
      step={RowsAndColumnsStep}
      spec={spec}
      onSpec={next => made.push(next)}
    />,
    new FakeDataRequests(),
    language,
  );
  await screen.findByText(language === 'en' ? /One row per/ : /ごとに 1 行/);
  return {
    /** The column at the end, as it is now. */
    last: () => made.at(-1)?.columns.at(-1),
  };
}

function choose(label: string, value: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

const rules: MartColumn = derived('size', {
  kind: 'choose',
  choices: ['1', '2', '3'].map(value => ({
    column: 'orders',
    operator: 'less-than' as const,
    value,
    result: { kind: 'text' as const, value: `below ${value}` },
  })),
});

describe('a calculation', () => {
  it('begins from a wish, by keyboard, and is told in words', async () => {
    const user = userEvent.setup();
    const { last } = await openStep();
    act(() =>
      screen.getByRole('button', { name: 'Add a calculation' }).focus(),
    );
    await user.keyboard('{Enter}');
    const menu = await screen.findByRole('menu', { name: 'Add a calculation' });
    expect(
      within(menu).getByRole('menuitem', { name: /Share of something/ }),
    ).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(last()).toEqual(
      derived('share', {
        kind: 'arithmetic',
        operation: 'divide',
        left: { kind: 'column', name: 'net_amount' },
        right: { kind: 'column', name: 'orders' },
      }),
    );
    expect(
      screen.getByText(
        /^share: net_amount ÷ orders \(empty where orders is zero\)$/,
      ),
    ).toBeVisible();
    expect(screen.getByText('Gives: Number')).toBeVisible();
  });

  it('says what a wish lacks', async () => {
    const user = userEvent.setup();
    const spec = shopSpec();
    await openStep({ ...spec, columns: spec.columns.slice(0, 2) });
    await user.click(screen.getByRole('button', { name: 'Add a calculation' }));
    const share = await screen.findByRole('menuitem', {
      name: /Share of something/,
    });
    expect(share).toHaveAttribute('aria-disabled', 'true');
    expect(share).toHaveTextContent('Needs two columns with numbers');
    expect(
      screen.getByRole('menuitem', { name: /Days between/ }),
    ).toHaveTextContent('Needs two columns with dates');
  });

  it('offers columns of a fitting type, the others with the reason', async () => {
    const ratio = derived('ratio', {
      kind: 'round',
      of: { kind: 'column', name: 'net_amount' },
      digits: 2,
    });
    await openStep(shopSpec({ columns: [...shopSpec().columns, ratio] }));
    const options = within(
      screen.getByLabelText('What is rounded in ratio'),
    ).getAllByRole('option');
    expect(
      options.map(option => [
        option.textContent,
        (option as HTMLOptionElement).disabled,
      ]),
    ).toEqual([
      ['store_id (no number)', true],
      ['ordered_on (no number)', true],
      ['status (no number)', true],
      ['shipped_at (no number)', true],
      ['net_amount', false],
      ['orders', false],
      ['ratio (this column itself)', true],
    ]);
  });

  it('keeps the digits that it takes, in any width', async () => {
    const { last } = await openStep(
      shopSpec({
        columns: [
          ...shopSpec().columns,
          derived('r', {
            kind: 'round',
            of: { kind: 'column', name: 'net_amount' },
            digits: 0,
          }),
        ],
      }),
    );
    const digits = screen.getByLabelText('Digits after the point of r');
    expect(digits).toHaveAccessibleDescription(
      '0 for whole numbers, −2 for hundreds',
    );
    const type = (text: string) =>
      fireEvent.change(digits, { target: { value: text } });
    type('２');
    expect(last()).toMatchObject({ calculation: { digits: 2 } });
    expect(
      screen.getByText('r: net_amount, rounded to 2 digits'),
    ).toBeVisible();
    for (const wrong of ['99', '1.5', 'x', '']) {
      type(wrong);
      fireEvent.blur(digits);
      expect(digits).toHaveValue('2');
      expect(last()).toMatchObject({ calculation: { digits: 2 } });
    }
    type('−2');
    expect(last()).toMatchObject({ calculation: { digits: -2 } });
  });

  it('moves, removes and adds rules by keyboard', async () => {
    const user = userEvent.setup();
    const { last } = await openStep(
      shopSpec({ columns: [...shopSpec().columns, rules] }),
    );
    const values = () => {
      const column = last();
      return column?.role === 'derived' && column.calculation.kind === 'choose'
        ? column.calculation.choices.map(({ value }) => value)
        : [];
    };
    act(() =>
      screen.getByRole('button', { name: 'Move Rule 3 of size up' }).focus(),
    );
    await user.keyboard('{Enter}');
    expect(values()).toEqual(['1', '3', '2']);
    // The focus went along with the rule, so it can be moved on.
    expect(
      screen.getByRole('button', { name: 'Move Rule 2 of size up' }),
    ).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(values()).toEqual(['3', '1', '2']);
    // It cannot go higher: the way back has the focus.
    expect(
      screen.getByRole('button', { name: 'Move Rule 1 of size down' }),
    ).toHaveFocus();

    await user.click(
      screen.getByRole('button', { name: 'Remove Rule 2 of size' }),
    );
    expect(values()).toEqual(['3', '2']);
    await user.click(screen.getByRole('button', { name: 'Add a rule' }));
    expect(values()).toEqual(['3', '2', '2']);
    expect(
      screen.getByText(
        'size: “below 3” if orders is less than 3; “below 2” if orders is less than 2; “below 2” if orders is less than 2; otherwise empty',
      ),
    ).toBeVisible();
  });

  it('compares dates with dates, and forgets a value of another type', async () => {
    const { last } = await openStep(
      shopSpec({ columns: [...shopSpec().columns, rules] }),
    );
    const rule = within(screen.getByRole('group', { name: 'Rule 1 of size' }));
    fireEvent.change(rule.getByLabelText('If the column'), {
      target: { value: 'ordered_on' },
    });
    expect(last()).toMatchObject({
      calculation: {
        choices: [
          { column: 'ordered_on', operator: 'less-than', value: '' },
          {},
          {},
        ],
      },
    });
    expect(rule.getByRole('option', { name: 'is before' })).toBeInTheDocument();
    expect(rule.getByLabelText('Value to compare with')).toHaveAttribute(
      'type',
      'date',
    );
    fireEvent.change(rule.getByLabelText('Comparison'), {
      target: { value: 'is-empty' },
    });
    expect(
      rule.queryByLabelText('Value to compare with'),
    ).not.toBeInTheDocument();
    fireEvent.change(rule.getByLabelText('If the column'), {
      target: { value: 'status' },
    });
    expect(rule.queryByRole('option', { name: 'is less than' })).toBeNull();
  });

  it('lets the otherwise be empty again', async () => {
    const { last } = await openStep(
      shopSpec({ columns: [...shopSpec().columns, rules] }),
    );
    choose('Otherwise, size is', '#text');
    fireEvent.change(screen.getByLabelText('Text in: Otherwise, size is'), {
      target: { value: 'more' },
    });
    expect(last()).toMatchObject({
      calculation: { otherwise: { kind: 'text', value: 'more' } },
    });
    choose('Otherwise, size is', '#empty');
    expect(last()).not.toHaveProperty('calculation.otherwise');
  });

  it('comes back as it was from another kind', async () => {
    const { last } = await openStep(
      shopSpec({ columns: [...shopSpec().columns, rules] }),
    );
    for (const kind of [
      'time-between',
      'time-part',
      'join-text',
      'first-present',
      'round',
      'arithmetic',
    ]) {
      choose('Kind of calculation of size', kind);
      expect(last()).toMatchObject({ calculation: { kind } });
    }
    choose('Kind of calculation of size', 'choose');
    expect(last()).toEqual(rules);
  });

  it('takes a typed date for a date', async () => {
    const { last } = await openStep(
      shopSpec({
        columns: [
          ...shopSpec().columns,
          derived('age', {
            kind: 'time-between',
            unit: 'day',
            from: { kind: 'column', name: 'ordered_on' },
            to: { kind: 'column', name: '' },
          }),
        ],
      }),
    );
    choose('End in age', '#date');
    fireEvent.change(screen.getByLabelText('Date in: End in age'), {
      target: { value: '2026-12-31' },
    });
    expect(last()).toMatchObject({
      calculation: { to: { kind: 'text', value: '2026-12-31' } },
    });
    expect(
      screen.getByText('age: whole days from ordered_on to “2026-12-31”'),
    ).toBeVisible();
  });

  it('speaks Japanese', async () => {
    await openStep(shopSpec({ columns: [...shopSpec().columns, rules] }), 'ja');
    expect(screen.getByText('店舗ごと・日ごとに 1 行')).toBeVisible();
    expect(
      screen.getByText(/^size：orders が 1 より小さいときは「below 1」、/),
    ).toBeVisible();
    expect(screen.getByText('結果：文字')).toBeVisible();
  });
});
