import {
  emptyMartSpec,
  martSpecSchema,
  type MartSpec,
  type Preview,
} from '@suido/backstage-plugin-data-requests-common';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { dataRequestsApiRef } from '../api';
import { FakeDataRequests, previewOf } from '../__testUtils__/FakeDataRequests';
import { useMartPreview } from './useMartPreview';

function asked(question: string): MartSpec {
  return { ...emptyMartSpec('data-platform'), question };
}

function render(api: FakeDataRequests, spec: MartSpec) {
  return renderHook(useMartPreview, {
    initialProps: spec,
    wrapper: ({ children }: PropsWithChildren) => (
      <TestApiProvider apis={[[dataRequestsApiRef, api]]}>
        {children}
      </TestApiProvider>
    ),
  });
}

const pause = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

describe('useMartPreview', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('waits out the typing and asks once', async () => {
    const api = new FakeDataRequests();
    const { rerender, result } = render(api, asked('W'));
    await pause(399);
    rerender(asked('Wh'));
    await pause(399);
    rerender(asked('Why'));
    expect(api.previews).toEqual([]);
    await pause(400);
    expect(api.previews.map(({ spec }) => spec.question)).toEqual(['Why']);
    expect(result.current.isRefreshing).toBe(false);
  });

  it('gives up the older question and keeps the last answer meanwhile', async () => {
    const api = new FakeDataRequests();
    const answers: ((preview: Preview) => void)[] = [];
    const { rerender, result } = render(api, asked('first'));
    await pause(400);
    const first = result.current.preview;
    expect(first).toBeDefined();

    api.preview = ({ body }, options) => {
      api.previews.push({
        spec: martSpecSchema.parse(body.spec),
        signal: options?.signal,
      });
      return new Promise(resolve => {
        answers.push(resolve);
      });
    };
    rerender(asked('second'));
    await pause(400);
    expect(result.current).toMatchObject({
      preview: first,
      isRefreshing: true,
    });
    rerender(asked('third'));
    expect(api.previews[1].signal?.aborted).toBe(true);
    await pause(400);
    const third = { ...previewOf(asked('third')), sql: 'third' };
    answers[1](third);
    answers[0]({ ...third, sql: 'second' });
    await pause(0);
    expect(result.current).toMatchObject({
      preview: { sql: 'third' },
      isRefreshing: false,
    });
  });

  it('shows a failure beside the last answer, and tries again when told', async () => {
    const api = new FakeDataRequests();
    const { preview } = api;
    const { rerender, result } = render(api, asked('first'));
    await pause(400);
    api.preview = async () => {
      throw new TypeError('Failed to fetch');
    };
    rerender(asked('second'));
    await pause(400);
    expect(result.current.error?.message).toBe('Failed to fetch');
    expect(result.current.preview).toBeDefined();

    api.preview = preview;
    act(() => result.current.retry());
    await pause(400);
    expect(result.current.error).toBeUndefined();
    expect(api.previews.at(-1)?.spec.question).toBe('second');
  });
});
