import {
  DeniedState,
  describeError,
  ErrorState,
  LoadingState,
} from '@suido/react-kit';
import type { ReactNode } from 'react';

/** What swr says about one query. @public */
export interface QueryResult<TData> {
  readonly data: TData | undefined;
  readonly error: Error | undefined;
  readonly mutate: () => unknown;
}

/** @public */
export interface QueryStatesProps<TData> {
  readonly query: QueryResult<TData>;
  /** About how many rows the content will have. */
  readonly rows?: number;
  readonly children: (data: TData) => ReactNode;
}

/**
 * Loading, denied, error, or the content; data once read stays shown while it
 * is renewed, also when a renewal fails.
 * @public
 */
export function QueryStates<TData>({
  query,
  rows,
  children,
}: QueryStatesProps<TData>) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  if (query.error) {
    return describeError(query.error).kind === 'forbidden' ? (
      <DeniedState />
    ) : (
      <ErrorState error={query.error} onRetry={() => query.mutate()} />
    );
  }
  return <LoadingState rows={rows} />;
}
