import { TestApiProvider } from '@backstage/frontend-test-utils';
import {
  emptyMartSpec,
  type Duplicate,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { act, renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { aDuplicate } from '../__testUtils__/aDuplicate';
import { FakeDataRequests } from '../__testUtils__/FakeDataRequests';
import { dataRequestsApiRef } from '../api';
import { useDuplicates } from './useDuplicates';

const REQUEST = '01KAFQ5V7M2222222222222222';

function asked(question: string, over: Partial<MartSpec> = {}): MartSpec {
  return { ...emptyMartSpec('data-platform'), question, ...over };
}

function render(api: FakeDataRequests, spec: MartSpec, revises?: string) {
  return renderHook((current: MartSpec) => useDuplicates(current, revises), {
    initialProps: spec,
    wrapper: ({ children }: PropsWithChildren) => (
      <TestApiProvider apis={[[dataRequestsApiRef, api]]}>
        {children}
      </TestApiProvider>
    ),
  });
}

const pause = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

describe('useDuplicates', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('waits out the typing, and asks nothing of an empty form', async () => {
    const api = new FakeDataRequests();
    api.duplicates = [aDuplicate()];
    const { rerender, result } = render(api, asked('Sales'), REQUEST);
    await pause(5_000);
    expect(api.lookedUp).toEqual([]);
    rerender(asked('Sales per'));
    await pause(799);
    rerender(asked('Sales per day'));
    await pause(799);
    expect(api.lookedUp).toEqual([]);
    await pause(1);
    expect(api.lookedUp).toMatchObject([
      { spec: { question: 'Sales per day' }, revises: REQUEST },
    ]);
    expect(result.current.items).toEqual([aDuplicate()]);
  });

  it('asks again for other words, not for what makes nothing alike', async () => {
    const api = new FakeDataRequests();
    const { rerender } = render(api, asked('Sales per day'));
    await pause(800);
    rerender(asked('Sales per day', { tier: 4, owner: 'group:default/sales' }));
    await pause(5_000);
    expect(api.lookedUp).toHaveLength(1);
    rerender(
      asked('Sales per day', {
        sources: [{ alias: 'x', dataset: 'x-0123456789' }],
      }),
    );
    await pause(800);
    expect(api.lookedUp).toHaveLength(2);
  });

  it('keeps the last answer meanwhile, and drops the older one', async () => {
    const api = new FakeDataRequests();
    const answers: ((items: Duplicate[]) => void)[] = [];
    api.findDuplicates = () =>
      new Promise(resolve => {
        answers.push(items => resolve({ items }));
      });
    const { rerender, result } = render(api, asked('Sales per day'));
    await pause(800);
    answers[0]([aDuplicate({ name: 'first' })]);
    await pause(0);
    rerender(asked('Sales per week'));
    await pause(800);
    rerender(asked('Sales per month'));
    await pause(800);
    expect(result.current.items).toMatchObject([{ name: 'first' }]);
    answers[2]([aDuplicate({ name: 'third' })]);
    answers[1]([aDuplicate({ name: 'second' })]);
    await pause(0);
    expect(result.current.items).toMatchObject([{ name: 'third' }]);
  });

  it('says that it failed, and tries again when told', async () => {
    const api = new FakeDataRequests();
    const { findDuplicates } = api;
    api.findDuplicates = async () => {
      throw new TypeError('Failed to fetch');
    };
    const { result } = render(api, asked('Sales per day'));
    await pause(800);
    expect(result.current).toMatchObject({
      items: [],
      error: { message: 'Failed to fetch' },
    });
    api.findDuplicates = findDuplicates;
    api.duplicates = [aDuplicate()];
    act(() => result.current.retry());
    await pause(800);
    expect(result.current.error).toBeUndefined();
    expect(result.current.items).toHaveLength(1);
  });
});
