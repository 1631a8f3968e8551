import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import { createContext, useContext } from 'react';
import type { MutateRequest } from '../api/useRequest';
import type { RequestAct } from './acts/RequestAct';
import type { DraftStore } from './comments/DraftStore';

/** What the parts of a request's page share. */
export interface RequestContextValue {
  readonly request: DataRequest;
  readonly mutateRequest: MutateRequest;
  /** The commit that the reader is shown, once its files are there. */
  readonly headSha: string | undefined;
  readonly drafts: DraftStore;
  /** Tells screen readers that something was done. */
  readonly announceDone: (act: RequestAct['type']) => void;
}

/** @see {@link useRequestContext} */
export const RequestContext = createContext<RequestContextValue | undefined>(
  undefined,
);

/** The request whose page this is part of. */
export function useRequestContext(): RequestContextValue {
  const value = useContext(RequestContext);
  if (!value) {
    throw new Error('Parts of a request are shown inside its page only');
  }
  return value;
}
