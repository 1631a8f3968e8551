import { martSpec } from '../../__testUtils__/FakeEvaluator';
import { HANAKO, KENJI, type SmallPortal } from './smallPortal';

/** What an act is done to. */
export interface Subject {
  /** ULID of the form; finds the request however far it came. */
  readonly draftId: string;
  /** Name of the mart. */
  readonly name: string;
  /** The commit that people had before them when the act began. */
  readonly headSha?: string;
}

/** Something that a person or the worker does to a request. */
export interface PortalAct {
  readonly name: string;
  /** Brings a request to where the act begins. */
  prepare(portal: SmallPortal, subject: Subject): Promise<void>;
  carryOut(portal: SmallPortal, subject: Subject): Promise<void>;
  /** All that the timeline says in the end, with all that follows by itself. */
  readonly timeline: readonly string[];
}

const send = async (portal: SmallPortal, { draftId, name }: Subject) => {
  await portal.submission.submit({ draftId, spec: martSpec({ name }) }, HANAKO);
};

export async function requestOf(portal: SmallPortal, { draftId }: Subject) {
  const { userEntityRef = '' } = HANAKO.user ?? {};
  return await portal.store.findByDraft(userEntityRef, draftId);
}

async function opened(portal: SmallPortal, subject: Subject) {
  const request = await requestOf(portal, subject);
  const { id = '', proposal } = request ?? {};
  return { id, headSha: subject.headSha ?? proposal?.headSha ?? '' };
}

const step = async (portal: SmallPortal) => portal.runStep();

const propose = async (portal: SmallPortal, subject: Subject) => {
  await send(portal, subject);
  await portal.runStep();
};

const change = async (portal: SmallPortal, subject: Subject) => {
  const { id, headSha } = await opened(portal, subject);
  const spec = martSpec({ name: subject.name, purpose: 'Monthly meeting' });
  await portal.authoring.update(id, { spec, headSha }, HANAKO);
};

const review = async (portal: SmallPortal, subject: Subject) => {
  const { id, headSha } = await opened(portal, subject);
  const input = { verdict: 'approve' as const, body: 'Good', headSha };
  await portal.reviewing.review(id, input, KENJI);
};

const merge = async (portal: SmallPortal, subject: Subject) => {
  const { id, headSha } = await opened(portal, subject);
  await portal.reviewing.merge(id, { headSha }, KENJI);
};

const withdraw = async (portal: SmallPortal, subject: Subject) => {
  const { id } = await opened(portal, subject);
  await portal.authoring.withdraw(id, HANAKO);
};

/** Does one after the other. */
function all(...acts: readonly PortalAct['carryOut'][]): PortalAct['prepare'] {
  return async (portal, subject) => {
    for (const act of acts) {
      await act(portal, subject);
    }
  };
}

const SENT = ['submitted', 'proposed', 'to in-review'];
const REVIEWED = [...SENT, 'reviewed', 'to approved'];
const CHANGED = [...SENT, 'to checking', 'updated', 'to in-review'];
const MERGED = [...REVIEWED, 'merged', 'to merged'];
const WITHDRAWN = [...SENT, 'to withdrawn'];

/** The life of a request, each part of which may be cut short anywhere. */
export const PORTAL_ACTS: readonly PortalAct[] = [
  { name: 'send', prepare: all(), carryOut: send, timeline: SENT },
  { name: 'propose', prepare: all(send), carryOut: step, timeline: SENT },
  {
    name: 'review',
    prepare: all(propose),
    carryOut: review,
    timeline: REVIEWED,
  },
  {
    name: 'change',
    prepare: all(propose),
    carryOut: change,
    timeline: CHANGED,
  },
  {
    name: 'update',
    prepare: all(propose, change),
    carryOut: step,
    timeline: CHANGED,
  },
  {
    name: 'merge',
    prepare: all(propose, review),
    carryOut: merge,
    timeline: MERGED,
  },
  {
    name: 'await',
    prepare: all(propose, review, merge),
    carryOut: step,
    timeline: MERGED,
  },
  {
    name: 'withdraw',
    prepare: all(propose),
    carryOut: withdraw,
    timeline: WITHDRAWN,
  },
  {
    name: 'close',
    prepare: all(propose, withdraw),
    carryOut: step,
    timeline: WITHDRAWN,
  },
];
