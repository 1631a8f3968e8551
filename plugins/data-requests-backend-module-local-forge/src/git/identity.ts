import type { ForgeActor } from '@suido/backstage-plugin-data-requests-node';

interface Signature {
  name: string;
  email: string;
  timestamp: number;
  timezoneOffset: number;
}

/** Who commits: always the portal. Who authors: the person who acts. */
const PORTAL = { name: 'Suido', email: 'suido@localhost' };
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

/**
 * A commit message that ends with git trailers: the co-authors, and the key by
 * which the portal finds its own commit again.
 */
export function messageWithTrailers(
  message: string,
  options: { requestKey: string; coAuthors?: readonly ForgeActor[] },
): string {
  const trailers = (options.coAuthors ?? []).map(actor => {
    const { name, email } = personOf(actor);
    return `Co-authored-by: ${name} <${email}>`;
  });
  trailers.push(`${REQUEST_TRAILER}: ${oneLine(options.requestKey)}`);
  const text = message.replace(/\0/g, '').replace(/\r\n?/g, '\n').trim();
  return `${text}\n\n${trailers.join('\n')}\n`;
}

/** The key in the trailers of a message; the text above them cannot forge it. */
export function requestKeyOf(message: string): string | undefined {
  const last =
    message
      .trim()
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  const found = last
    .split('\n')
    .filter(line => line.startsWith(`${REQUEST_TRAILER}: `));
  return found.at(-1)?.slice(REQUEST_TRAILER.length + 2);
}

function personOf(actor: ForgeActor): { name: string; email: string } {
  const [, namespace = 'default', user = 'unknown'] =
    /^(?:[^:]*:)?(?:([^/]*)\/)?(.*)$/.exec(actor.userEntityRef) ?? [];
  const local = namespace === 'default' ? user : `${namespace}+${user}`;
  const safeLocal = local.toLowerCase().replace(/[^a-z0-9._+-]/g, '-');
  return {
    name: oneLine(actor.displayName).replace(/[<>]/g, '').trim() || safeLocal,
    email: `${safeLocal}@users.noreply.suido.localhost`,
  };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
