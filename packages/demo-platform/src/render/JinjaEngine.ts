import { isError } from '@backstage/errors';
import { createRequire } from 'module';
import type { Environment } from 'minijinja-js';

type Minijinja = typeof import('minijinja-js');

/** Steps of the engine that no honest model needs. */
const FUEL = 1_000_000;

/** Whether the engine broke, rather than refused a template. */
export function isPanic(error: unknown): boolean {
  return isError(error) && error.name === 'RuntimeError';
}

/**
 * Makes environments of MiniJinja.
 *
 * @remarks
 * A panic inside its WebAssembly leaves every later call broken, so after one
 * the module is loaded anew. Functions given to it must not throw, because
 * that is such a panic; see `renderModel`.
 */
export class JinjaEngine {
  private readonly require = createRequire(__filename);
  private minijinja: Minijinja | undefined;

  /** Runs `use` with an environment of its own, freed afterwards. */
  withEnvironment<T>(use: (environment: Environment) => T): T {
    this.minijinja ??= this.require('minijinja-js') as Minijinja;
    const environment = new this.minijinja.Environment();
    environment.undefinedBehavior = 'strict';
    environment.fuel = FUEL;
    environment.enablePyCompat();
    let broken = false;
    try {
      return use(environment);
    } catch (error) {
      broken = isPanic(error);
      throw error;
    } finally {
      if (broken) {
        this.minijinja = undefined;
        delete this.require.cache[this.require.resolve('minijinja-js')];
      } else {
        environment.free();
      }
    }
  }
}
