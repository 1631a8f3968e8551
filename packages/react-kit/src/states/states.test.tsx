import { NotAllowedError, ResponseError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fireEvent, screen } from '@testing-library/react';
import { describeError } from './describeError';
import { ErrorState } from './ErrorState';

function answer(statusCode: number) {
  const body = {
    error: { name: 'Error', message: 'The branch moved' },
    request: { method: 'POST', url: '/v1/requests/1/merge?x=1' },
    response: { statusCode },
  };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status: statusCode,
      headers: { 'content-type': 'application/json' },
    }),
  );
}

describe('describeError', () => {
  it.each([
    [400, 'invalid'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'conflict'],
    [429, 'tooMany'],
    [503, 'server'],
    [418, 'unknown'],
  ])('reads the status %s as %s', async (status, kind) => {
    expect(describeError(await answer(status)).kind).toBe(kind);
  });

  it.each([
    [new TypeError('Failed to fetch'), 'network'],
    [new TypeError('NetworkError when attempting to fetch'), 'network'],
    [new TypeError('x is not a function'), 'unknown'],
    [new NotAllowedError('no'), 'forbidden'],
  ])('reads %s as %s', (error, kind) => {
    expect(describeError(error)).toEqual({ kind, message: error.message });
  });
});

describe('ErrorState', () => {
  it('says what failed, where, and the cure', async () => {
    const onRetry = jest.fn();
    renderInTestApp(<ErrorState error={await answer(409)} onRetry={onRetry} />);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Someone was faster');
    expect(alert).toHaveTextContent('The branch moved');
    expect(alert).toHaveTextContent('POST /v1/requests/1/merge');
    expect(alert).not.toHaveTextContent('x=1');
    expect(alert).toHaveTextContent('Load the newest state');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });
});
