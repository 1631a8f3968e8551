import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  MartSpec,
  MartUnitTest,
} from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText } from '@suido/vocabulary';
import { useEffect, useRef, useState } from 'react';
import { dataRequestsApiRef } from '../../../api';

/** How far the making of a check has come. */
export type Proposing =
  | { readonly status: 'idle' }
  | { readonly status: 'making' }
  | { readonly status: 'unavailable'; readonly reason: LocalizedText }
  | { readonly status: 'failed'; readonly error: Error }
  | { readonly status: 'made'; readonly unitTest: MartUnitTest }
  /** The mart has changed since the rows were computed. */
  | { readonly status: 'changed' };

/** Asks for rows to confirm, one question at a time. */
export function useUnitTestProposal(spec: MartSpec): {
  readonly proposing: Proposing;
  readonly make: () => void;
  /** Shows rows that are there already, to be confirmed. */
  readonly show: (unitTest: MartUnitTest) => void;
  readonly drop: () => void;
} {
  const api = useApi(dataRequestsApiRef);
  const [answer, setAnswer] = useState<Proposing & { basis?: string }>({
    status: 'idle',
  });
  const open = useRef<AbortController>();
  useEffect(() => () => open.current?.abort(), []);
  const basis = basisOf(spec);

  const giveUp = () => open.current?.abort();
  const make = async () => {
    giveUp();
    const controller = new AbortController();
    open.current = controller;
    const settle = (outcome: Proposing) => {
      if (!controller.signal.aborted) {
        setAnswer({ ...outcome, basis });
      }
    };
    settle({ status: 'making' });
    try {
      const proposal = await api.proposeUnitTest(
        { body: { spec } },
        { signal: controller.signal },
      );
      settle(
        proposal.status === 'available'
          ? { status: 'made', unitTest: proposal.unitTest }
          : proposal,
      );
    } catch (error) {
      settle({ status: 'failed', error: toError(error) });
    }
  };
  const isOld = answer.basis !== undefined && answer.basis !== basis;
  return {
    proposing:
      isOld && answer.status !== 'idle' ? oldAnswer(answer.status) : answer,
    make: () => void make(),
    show: unitTest => {
      giveUp();
      setAnswer({ status: 'made', unitTest, basis });
    },
    drop: () => {
      giveUp();
      setAnswer({ status: 'idle' });
    },
  };
}

/** What an answer for another mart is worth. */
function oldAnswer(status: Exclude<Proposing['status'], 'idle'>): Proposing {
  return status === 'made' || status === 'making'
    ? { status: 'changed' }
    : { status: 'idle' };
}

/** What the rows of a mart follow from. */
function basisOf(spec: MartSpec): string {
  const { sources, joins, filters, columns, grain } = spec;
  return JSON.stringify([
    sources,
    joins,
    filters,
    columns.map(({ definition: _, ...column }) => column),
    grain,
  ]);
}
