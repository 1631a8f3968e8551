import type { ForgeActor } from '@suido/backstage-plugin-data-requests-node';

interface Signature {
  name: string;
  email: string;
  timestamp: number;
  timezoneOffset: number;
}

/** Who commits: always the portal. Who authors: the person who acts. */
const PORTAL = { name: 'Suido', email: 'suido@localhost' };
const NOREPLY_DOMAIN = 'users.noreply.suido.localhost';
const CO_AUTHOR_TRAILER = 'Co-authored-by';
const SUGGESTED_BY_TRAILER = 'Suggested-by';
const COMMENT_TRAILER = 'Suido-Comment';
const CONTENT_TRAILER = 'Suido-Content';
const REQUEST_TRAILER = 'Suido-Request';

/** Author and committer of a commit that the portal makes for a person. */
export function signatures(
  actor: ForgeActor | undefined,
  at: Date = new Date(),
): { author: Signature; committer: Signature } {
  const time = {
    timestamp: Math.floor(at.getTime() / 1_000),
    timezoneOffset: 0,
  };
  return {
    author: { ...(actor ? personOf(actor) : PORTAL), ...time },
    committer: { ...PORTAL, ...time },
  };
}

/** What the trailers of a commit say beside its message. */
export interface Trailers {
  readonly coAuthors?: readonly ForgeActor[];
  /** Key by which the portal finds its own commits again. */
  readonly requestKey?: string;
  /** Digest of the files that an update was asked to write. */
  readonly content?: string;
  /** Comment whose suggestion it applies, and the entity ref of its author. */
  readonly suggestion?: {
    readonly comment: string;
    readonly suggestedBy: string;
  };
}

/** A commit message that ends with git trailers. */
export function messageWithTrailers(
  message: string,
  { coAuthors = [], requestKey, content, suggestion }: Trailers,
): string {
  const trailers = [
    ...coAuthors.map(actor => trailer(CO_AUTHOR_TRAILER, signed(actor))),
    ...(suggestion
      ? [
          trailer(
            SUGGESTED_BY_TRAILER,
            signed({ userEntityRef: suggestion.suggestedBy, displayName: '' }),
          ),
          trailer(COMMENT_TRAILER, suggestion.comment),
        ]
      : []),
    ...(content === undefined ? [] : [trailer(CONTENT_TRAILER, content)]),
    ...(requestKey === undefined ? [] : [trailer(REQUEST_TRAILER, requestKey)]),
  ];
  const text = message.replace(/\0/g, '').replace(/\r\n?/g, '\n').trim();
  return `${[text, trailers.join('\n')].filter(Boolean).join('\n\n')}\n`;
}

/** The request's key; the text above the trailers cannot forge it. */
export function requestKeyOf(message: string): string | undefined {
  return trailersOf(message, REQUEST_TRAILER).at(-1);
}

/** What an update was asked to write. */
export function contentOf(message: string): string | undefined {
  return trailersOf(message, CONTENT_TRAILER).at(-1);
}

/** The comment whose suggestion a commit applied. */
export function appliedCommentOf(message: string): string | undefined {
  return trailersOf(message, COMMENT_TRAILER).at(-1);
}

/** E-mail addresses of those who share in a commit by its trailers. */
export function coAuthorEmailsOf(message: string): string[] {
  return trailersOf(message, CO_AUTHOR_TRAILER).flatMap(
    value => /<([^<>]*)>\s*$/.exec(value)?.[1] ?? [],
  );
}

/**
 * The person behind an e-mail address that this forge gave out.
 * @returns an entity ref; `undefined` for any other address
 */
export function entityRefOfEmail(email: string): string | undefined {
  const [local, domain] = email.toLowerCase().split('@');
  const [, namespace = 'default', user] =
    /^(?:([a-z0-9._-]+)\+)?([a-z0-9._-]+)$/.exec(local) ?? [];
  return domain === NOREPLY_DOMAIN && user !== undefined
    ? `user:${namespace}/${user}`
    : undefined;
}

/** Whether a signature is the portal's own and stands for no person. */
export function isPortal(email: string): boolean {
  return email.toLowerCase() === PORTAL.email;
}

/** Values of a trailer, whose name git reads in any case. */
function trailersOf(message: string, name: string): string[] {
  const last =
    message
      .trim()
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  const start = `${name.toLowerCase()}:`;
  return last
    .split('\n')
    .filter(line => line.toLowerCase().startsWith(start))
    .map(line => line.slice(start.length).trim());
}

function trailer(name: string, value: string): string {
  return `${name}: ${oneLine(value)}`;
}

function signed(
  actor: Pick<ForgeActor, 'userEntityRef' | 'displayName'>,
): string {
  const { name, email } = personOf(actor);
  return `${name} <${email}>`;
}

function personOf(actor: Pick<ForgeActor, 'userEntityRef' | 'displayName'>): {
  name: string;
  email: string;
} {
  const [, namespace = 'default', user = 'unknown'] =
    /^(?:[^:]*:)?(?:([^/]*)\/)?(.*)$/.exec(actor.userEntityRef) ?? [];
  const local = namespace === 'default' ? user : `${namespace}+${user}`;
  const safeLocal = local.toLowerCase().replace(/[^a-z0-9._+-]/g, '-');
  return {
    name: oneLine(actor.displayName).replace(/[<>]/g, '').trim() || safeLocal,
    email: `${safeLocal}@${NOREPLY_DOMAIN}`,
  };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
