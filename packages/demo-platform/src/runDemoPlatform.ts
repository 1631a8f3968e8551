import { InputError } from '@backstage/errors';
import { fstatSync } from 'fs';
import { z } from 'zod';
import { startDemoPlatform } from './startDemoPlatform';

/** Longer than a stop ever takes; then the process ends anyway. */
const STOP_LIMIT_MS = 2_500;

const environmentSchema = z.object({
  SUIDO_DEMO_PLATFORM_PORT: z.coerce.number().int().min(0).max(65_535),
  SUIDO_DEMO_PLATFORM_TOKEN: z.string().min(16),
  SUIDO_DEMO_PLATFORM_REPOSITORY: z.string().min(1),
  SUIDO_DEMO_PLATFORM_BRANCH: z.string().min(1).default('main'),
  SUIDO_DEMO_PLATFORM_PROJECT_PATH: z.string().default('transform'),
  SUIDO_DEMO_PLATFORM_DATA: z.string().min(1),
});

/**
 * The whole process: settings from the environment, one JSON line
 * `{"ready":true,"port":N}` on stdout, messages on stderr.
 *
 * @remarks
 * Ends on SIGINT, on SIGTERM, and when the pipe on stdin closes: so it never
 * outlives the process that started it, however that one ended.
 *
 * @throws `InputError` that names the settings which are wrong
 * @public
 */
export async function runDemoPlatform(): Promise<void> {
  const parsed = environmentSchema.safeParse(process.env);
  if (!parsed.success) {
    throw new InputError(
      `The environment is incomplete: ${z.prettifyError(parsed.error)}`,
    );
  }
  const settings = parsed.data;
  const platform = await startDemoPlatform({
    port: settings.SUIDO_DEMO_PLATFORM_PORT,
    token: settings.SUIDO_DEMO_PLATFORM_TOKEN,
    repository: settings.SUIDO_DEMO_PLATFORM_REPOSITORY,
    branch: settings.SUIDO_DEMO_PLATFORM_BRANCH,
    projectPath: settings.SUIDO_DEMO_PLATFORM_PROJECT_PATH,
    dataFolder: settings.SUIDO_DEMO_PLATFORM_DATA,
    log: message => process.stderr.write(`${message}\n`),
  });

  let stopping = false;
  const stop = () => {
    if (stopping) {
      return;
    }
    stopping = true;
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    platform.stop().then(
      () => process.exit(0),
      error => {
        process.stderr.write(`${error}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (isPipe(0)) {
    process.stdin.once('end', stop).once('close', stop).resume();
  }
  process.stdout.write(
    `${JSON.stringify({ ready: true, port: platform.port })}\n`,
  );
}

/** Whether another process holds the other end. */
function isPipe(fileDescriptor: number): boolean {
  try {
    const stat = fstatSync(fileDescriptor);
    return stat.isFIFO() || stat.isSocket();
  } catch {
    // Closed from the start: nobody to outlive
    return false;
  }
}
