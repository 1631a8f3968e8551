import { datasetPlatform, type DatasetId } from '@suido/vocabulary';

/** Platforms whose servers the standard describes by parts of the name. */
const PARTS: Readonly<Record<string, readonly [outer: string, inner: string]>> =
  {
    bigquery: ['project', 'dataset'],
    postgres: ['database', 'schema'],
    snowflake: ['database', 'schema'],
  };

/**
 * The server of a dataset, of its own type where the name and the namespace say
 * all that the standard asks for, else `custom`.
 */
export function serverOf(id: DatasetId): Record<string, string | number> {
  const platform = datasetPlatform(id.namespace);
  const server = platform || 'server';
  const parts = qualifiersOf(id);
  const [, authority = ''] = /^[^:]*:\/\/(.*)$/.exec(id.namespace) ?? [];
  if (parts && platform === 'bigquery') {
    return { server, type: platform, ...parts };
  }
  if (parts && platform === 'snowflake' && authority) {
    return { server, type: platform, account: authority, ...parts };
  }
  const [, host = '', port = ''] = /^(.+):(\d+)$/.exec(authority) ?? [];
  if (parts && platform === 'postgres' && host) {
    return { server, type: platform, host, port: Number(port), ...parts };
  }
  return { server, type: 'custom' };
}

/** Without what the server says. */
export function physicalNameOf(id: DatasetId): string {
  return serverOf(id).type === 'custom'
    ? id.name
    : id.name.split('.').slice(2).join('.');
}

function qualifiersOf({
  namespace,
  name,
}: DatasetId): Record<string, string> | undefined {
  const platform = datasetPlatform(namespace);
  const keys = Object.hasOwn(PARTS, platform) ? PARTS[platform] : undefined;
  const parts = name.split('.');
  return keys && parts.length === 3 && parts.every(Boolean)
    ? { [keys[0]]: parts[0], [keys[1]]: parts[1] }
    : undefined;
}
