import { TestApiProvider } from '@backstage/frontend-test-utils';
import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { FakeDataRequests } from '../../../__testUtils__/FakeDataRequests';
import { shopSpec } from '../../../__testUtils__/shopSpec';
import { dataRequestsApiRef } from '../../../api';
import { useUnitTestProposal } from './useUnitTestProposal';

const spec = shopSpec();
const other = shopSpec({ columns: spec.columns.slice(1) });

function render(api: FakeDataRequests) {
  return renderHook((current: MartSpec) => useUnitTestProposal(current), {
    initialProps: spec,
    wrapper: ({ children }: PropsWithChildren) => (
      <TestApiProvider apis={[[dataRequestsApiRef, api]]}>
        {children}
      </TestApiProvider>
    ),
  });
}

describe('useUnitTestProposal', () => {
  it('holds its rows through other words, not through other columns', async () => {
    const { result, rerender } = render(new FakeDataRequests());
    act(() => result.current.make());
    expect(result.current.proposing.status).toBe('making');
    await waitFor(() => expect(result.current.proposing.status).toBe('made'));
    rerender({
      ...spec,
      purpose: 'Another one',
      columns: spec.columns.map(column => ({
        ...column,
        definition: { en: 'Words' },
      })),
    });
    expect(result.current.proposing.status).toBe('made');
    rerender(other);
    expect(result.current.proposing.status).toBe('changed');
    act(() => result.current.make());
    await waitFor(() => expect(result.current.proposing.status).toBe('made'));
  });

  it('forgets a refusal as soon as the mart changes', async () => {
    const api = new FakeDataRequests();
    api.proposeUnitTest = async () => ({
      status: 'unavailable',
      reason: { en: 'Masked', ja: '伏せ字' },
    });
    const { result, rerender } = render(api);
    act(() => result.current.make());
    await waitFor(() =>
      expect(result.current.proposing.status).toBe('unavailable'),
    );
    rerender(other);
    expect(result.current.proposing.status).toBe('idle');
  });

  it('gives the question up when nobody waits for the answer', async () => {
    const api = new FakeDataRequests();
    const signals: (AbortSignal | undefined)[] = [];
    api.proposeUnitTest = (_, options) => {
      signals.push(options?.signal);
      return new Promise(() => {});
    };
    const { result, unmount } = render(api);
    act(() => result.current.make());
    act(() => result.current.make());
    expect(signals.map(signal => signal?.aborted)).toEqual([true, false]);
    unmount();
    expect(signals[1]?.aborted).toBe(true);
  });
});
