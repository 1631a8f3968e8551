import { emptyMartSpec } from '@suido/backstage-plugin-data-requests-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aDuplicate } from '../__testUtils__/aDuplicate';
import { FakeDataRequests } from '../__testUtils__/FakeDataRequests';
import { renderForm } from '../__testUtils__/renderForm';
import { MartRequestWizard } from '../wizard';

const DRAFT = '01KAFQ5V7M1111111111111111';
const QUESTION = 'How much does each store sell?';
const initialSpec = { ...emptyMartSpec('data-platform'), question: QUESTION };

async function open(
  api: FakeDataRequests,
  over: Partial<Parameters<typeof MartRequestWizard>[0]> = {},
) {
  const onUsedInstead = jest.fn();
  renderForm(
    <MartRequestWizard
      draftId={DRAFT}
      initialSpec={initialSpec}
      onSubmitted={jest.fn()}
      onUsedInstead={onUsedInstead}
      hrefOf={duplicate => `/catalog/${duplicate.subject}`}
      {...over}
    />,
    api,
  );
  await screen.findByRole('navigation', { name: 'Steps of the request' });
  return { onUsedInstead };
}

function alike() {
  const api = new FakeDataRequests();
  api.duplicates = [
    aDuplicate(),
    aDuplicate({
      subject: 'request:01KAFQ5V7M3333333333333333',
      kind: 'request',
      name: 'fct_sales_per_shop',
      number: 12,
      description: {},
      owner: undefined,
      score: 0.4,
      reasons: [],
    }),
  ];
  return api;
}

const panel = () =>
  screen.findByRole('group', { name: 'This may exist already' });

describe('what exists already', () => {
  it('is shown with likeness, reasons and a way to look', async () => {
    await open(alike());
    const found = within(await panel());
    expect(found.getByText('Very alike: 82 %')).toBeVisible();
    expect(found.getByText('Reads the same datasets.')).toBeVisible();
    expect(found.getByText('Exists')).toBeVisible();
    expect(found.getByText('Asked for, no. 12')).toBeVisible();
    expect(found.getByText('Somewhat alike: 40 %')).toBeVisible();
    expect(
      found.getByRole('link', { name: /Look at fct_store_sales/ }),
    ).toHaveAttribute('href', '/catalog/dataset:fct-store-sales-0123456789');
    expect(screen.getByText('Similar marts found: 2')).toBeInTheDocument();
    // The panel beside the form leads to it from every step.
    fireEvent.click(screen.getByRole('button', { name: /Next/ }));
    fireEvent.click(
      await screen.findByRole('button', {
        name: 'Compare with fct_store_sales',
      }),
    );
    expect(
      screen.getByRole('button', { name: 'Use this instead: fct_store_sales' }),
    ).toHaveFocus();
  });

  it('says nothing where nothing is alike', async () => {
    const api = new FakeDataRequests();
    await open(api);
    await waitFor(() => expect(api.lookedUp).toHaveLength(1));
    expect(screen.queryByText('This may exist already')).toBeNull();
  });

  it('is taken instead, after asking, and ends the draft', async () => {
    const api = alike();
    const { onUsedInstead } = await open(api);
    await panel();
    fireEvent.click(
      screen.getByRole('button', { name: 'Use this instead: fct_store_sales' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', {
        name: 'Use fct_store_sales instead?',
      }),
    );
    fireEvent.click(dialog.getByRole('button', { name: 'Go on with mine' }));
    expect(api.usedInstead).toEqual([]);

    fireEvent.click(
      await screen.findByRole('button', {
        name: 'Use this instead: fct_store_sales',
      }),
    );
    fireEvent.click(
      await screen.findByRole('button', { name: 'Use fct_store_sales' }),
    );
    await waitFor(() => expect(onUsedInstead).toHaveBeenCalledTimes(1));
    // The form was never saved: ending it needs a draft to end.
    expect(api.usedInstead).toEqual([
      { id: DRAFT, subject: 'dataset:fct-store-sales-0123456789' },
    ]);
    expect(onUsedInstead.mock.calls[0][0].name).toBe('fct_store_sales');
    expect(api.drafts.size).toBe(0);
  });

  it('goes on saving where the draft could not be ended', async () => {
    const api = alike();
    const { useInstead } = api;
    api.useInstead = async () => {
      throw new TypeError('Failed to fetch');
    };
    const { onUsedInstead } = await open(api);
    await panel();
    fireEvent.click(
      screen.getByRole('button', { name: 'Use this instead: fct_store_sales' }),
    );
    const confirm = await screen.findByRole('button', {
      name: 'Use fct_store_sales',
    });
    fireEvent.click(confirm);
    expect(
      await screen.findByText('The draft could not be ended'),
    ).toBeVisible();
    expect(onUsedInstead).not.toHaveBeenCalled();

    api.useInstead = useInstead;
    fireEvent.change(screen.getByLabelText(/Which question/), {
      target: { value: 'Mine is another one' },
    });
    await waitFor(() =>
      expect(api.drafts.get(DRAFT)?.spec.question).toBe('Mine is another one'),
    );
  });

  it('is answered with the difference, which can be taken back', async () => {
    const api = alike();
    await open(api);
    await panel();
    fireEvent.click(
      screen.getByRole('button', {
        name: 'Mine differs because… (fct_store_sales)',
      }),
    );
    const reason = screen.getByLabelText(
      'How mine differs from fct_store_sales',
    );
    expect(reason).toHaveFocus();
    fireEvent.change(reason, { target: { value: 'Only online orders' } });
    await waitFor(() =>
      expect(api.drafts.get(DRAFT)?.spec.differences).toEqual([
        {
          subject: 'dataset:fct-store-sales-0123456789',
          reason: 'Only online orders',
        },
      ]),
    );
    fireEvent.click(
      screen.getByRole('button', {
        name: 'Remove the reason (fct_store_sales)',
      }),
    );
    expect(
      screen.getByRole('button', {
        name: 'Mine differs because… (fct_store_sales)',
      }),
    ).toBeVisible();
  });

  it('keeps a reason editable when its subject is not alike any more', async () => {
    const subject = 'request:01KAFQ5V7M4444444444444444';
    await open(new FakeDataRequests(), {
      initialSpec: {
        ...initialSpec,
        differences: [{ subject, reason: 'Per hour' }],
      },
    });
    expect(
      screen.getByLabelText('How mine differs from 01KAFQ5V7M4444444444444444'),
    ).toHaveValue('Per hour');
  });

  it('is jumped to from the check', async () => {
    const api = alike();
    api.moreChecks = [
      {
        rule: 'likely-duplicate',
        severity: 'error',
        status: 'failed',
        field: 'differences',
        message: { en: 'Say why yours differs.', ja: '違いを書いてください。' },
      },
    ];
    await open(api, { initialStep: 4 });
    fireEvent.click(
      await screen.findByRole('button', { name: 'Say why yours differs.' }),
    );
    const group = await panel();
    await waitFor(() =>
      expect(group).toContainElement(document.activeElement as HTMLElement),
    );
    expect(group).toHaveAccessibleDescription(/Say why yours differs\./);
  });

  it('offers no end of the draft while a sent request is changed', async () => {
    const api = alike();
    await open(api, {
      revises: { id: '01KAFQ5V7M5555555555555555', headSha: 'a'.repeat(40) },
    });
    await panel();
    expect(api.lookedUp[0].revises).toBe('01KAFQ5V7M5555555555555555');
    const name = screen.getByRole('textbox', { name: /Name of the mart/ });
    expect(name).toHaveAttribute('readonly');
    expect(name).toHaveAccessibleDescription(/stays as it was sent/);
    expect(
      screen.queryByRole('button', {
        name: 'Use this instead: fct_store_sales',
      }),
    ).toBeNull();
  });

  it('says that it could not look, and looks again', async () => {
    const api = alike();
    const { findDuplicates } = api;
    api.findDuplicates = async () => {
      throw new TypeError('Failed to fetch');
    };
    await open(api);
    await screen.findByText(/could not be looked up/);
    api.findDuplicates = findDuplicates;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await panel()).toBeVisible();
  });
});
