import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  urlReaderFactoriesServiceRef,
  type ReaderFactory,
} from '@backstage/backend-defaults/urlReader';
import { readLocalForgeConfig } from '../config/readLocalForgeConfig';
import { LocalForgeUrlReader } from './LocalForgeUrlReader';

/** Reads URLs of the local forge's host, and only those. */
export const localForgeReaderFactory: ReaderFactory = ({
  config: root,
  treeResponseFactory,
}) => {
  const config = readLocalForgeConfig(root);
  return [
    {
      predicate: url => url.protocol === 'https:' && url.host === config.host,
      reader: new LocalForgeUrlReader(config, treeResponseFactory),
    },
  ];
};

/** Brings the reader to every plugin of the backend. */
export const localForgeUrlReaderFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: {},
  factory: () => localForgeReaderFactory,
});
