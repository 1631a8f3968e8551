import { createServer, type Server } from 'http';
import { mkdir } from 'fs/promises';
import { Builder } from './build/Builder';
import { Runner, type Log } from './build/Runner';
import { createApp } from './http/createApp';
import { loadMaskKey } from './masking/maskKey';
import { BareRepository } from './repository/BareRepository';
import { Sampler } from './warehouse/Sampler';
import { StateStore } from './warehouse/StateStore';
import { Warehouse } from './warehouse/Warehouse';

/** @public */
export interface DemoPlatformOptions {
  /** `0` for any free one. */
  readonly port: number;
  /** Bearer token of every route but `/health`. */
  readonly token: string;
  /** Path of the bare git repository; it may come later. */
  readonly repository: string;
  readonly branch: string;
  /** Folder of `dbt_project.yml` in the repository. */
  readonly projectPath: string;
  /** Folder for the DuckDB file and the key of the masks. */
  readonly dataFolder: string;
  /** @defaultValue `duckdb://demo` */
  readonly datasetNamespace?: string;
  readonly log?: (message: string) => void;
}

/** @public */
export interface DemoPlatform {
  readonly port: number;
  /** Stops the runner and the server and closes the warehouse. */
  stop(): Promise<void>;
}

/** The DuckDB file's name, and with it the catalog's. */
const DATABASE = 'retail';
/** Schema of the dbt target in the project's `profiles.yml`. */
const SCHEMA = 'main';

/**
 * Starts the platform on 127.0.0.1.
 *
 * @throws where the port is taken or the DuckDB file cannot be opened
 * @public
 */
export async function startDemoPlatform(
  options: DemoPlatformOptions,
): Promise<DemoPlatform> {
  const { dataFolder, datasetNamespace = 'duckdb://demo' } = options;
  const log: Log = options.log ?? (() => {});
  await mkdir(dataFolder, { recursive: true });
  const maskKey = await loadMaskKey(dataFolder);
  const warehouse = await Warehouse.open(dataFolder, DATABASE);
  try {
    const states = await StateStore.open(warehouse);
    const builder = new Builder(
      {
        projectPath: options.projectPath,
        datasetNamespace,
        database: DATABASE,
        schema: SCHEMA,
      },
      warehouse,
      states,
    );
    const runner = new Runner(
      new BareRepository(options.repository, options.branch),
      builder,
      states,
      log,
    );
    const sampler = new Sampler(
      warehouse,
      states,
      () => builder.tiers,
      maskKey,
    );
    const app = createApp(
      {
        namespace: datasetNamespace,
        commit: () => runner.commit,
        datasets: () => states.all(),
        runs: () => states.runs(),
        sample: (...args) => sampler.sample(...args),
      },
      options.token,
    );
    const server = createServer(app);
    const port = await listen(server, options.port);
    runner.start();
    return {
      port,
      async stop() {
        const stopped = runner.stop();
        warehouse.interrupt();
        await Promise.all([stopped, close(server)]);
        warehouse.close();
      },
    };
  } catch (error) {
    warehouse.close();
    throw error;
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
