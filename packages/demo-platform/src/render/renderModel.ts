import { InputError, isError } from '@backstage/errors';
import { isPanic, type JinjaEngine } from './JinjaEngine';

/** What the SQL of a model may ask for. */
export interface RenderContext {
  /** SQL of a model or seed, `undefined` where there is none. */
  ref(name: string): string | undefined;
  /** SQL of a source's table, `undefined` where there is none. */
  source(sourceName: string, name: string): string | undefined;
  /** Variables of `dbt_project.yml`. */
  readonly vars: ReadonlyMap<string, unknown>;
  /** The model's own relation. */
  readonly this: string;
  readonly target: Readonly<Record<string, string>>;
  /** Texts of the project's macro files. */
  readonly macros: readonly string[];
}

/**
 * Renders a model's SQL with the part of dbt's Jinja that this stand-in knows:
 * `ref`, `source`, `config`, `var`, `env_var` with a default, `this`, `target`,
 * `is_incremental` (false), `execute` (false) and the project's own macros.
 *
 * @throws `InputError` that names what is not supported or not found
 */
export function renderModel(
  sql: string,
  context: RenderContext,
  engine: JinjaEngine,
): string {
  // Collected instead of thrown: a throw would be a panic of the engine
  const failures: string[] = [];
  const found = (what: string, value: unknown): unknown => {
    if (value === undefined) {
      failures.push(`${what} is not there`);
    }
    return value ?? '';
  };
  const rendered = attempt(() =>
    engine.withEnvironment(environment => {
      const globals: Record<string, unknown> = {
        ref: (...args: unknown[]) => {
          const name = textsOf(args).at(-1) ?? '';
          return found(`The model or seed '${name}'`, context.ref(name));
        },
        source: (...args: unknown[]) => {
          const [source = '', name = ''] = textsOf(args);
          return found(
            `The source '${source}.${name}'`,
            context.source(source, name),
          );
        },
        var: (name: unknown, fallback: unknown) =>
          found(
            `The variable '${name}'`,
            context.vars.get(String(name)) ?? fallback,
          ),
        env_var: (name: unknown, fallback: unknown) =>
          found(`A default for the environment variable '${name}'`, fallback),
        config: () => '',
        is_incremental: () => false,
        log: () => '',
        execute: false,
        this: context.this,
        target: context.target,
      };
      for (const [name, value] of Object.entries(globals)) {
        environment.addGlobal(name, value);
      }
      const macros = context.macros.filter(macro => {
        try {
          environment.addTemplate('macro', macro);
          return true;
        } catch (error) {
          // `{% test %}` and other tags of dbt; only a model that needs it fails
          return passUnlessPanic(error);
        }
      });
      return environment.renderStr([...macros, sql].join('\n'), {}).trim();
    }),
  );
  if (failures.length > 0) {
    throw new InputError([...new Set(failures)].join('; '));
  }
  return rendered;
}

function attempt(render: () => string): string {
  try {
    return render();
  } catch (error) {
    const reason = isError(error) ? error.message : String(error);
    throw new InputError(
      `The demo platform cannot render this model: ${reason
        .split('\n', 1)[0]
        .slice(0, 500)}`,
    );
  }
}

function passUnlessPanic(error: unknown): false {
  if (isPanic(error)) {
    throw error;
  }
  return false;
}

/** Keyword arguments come as one last mapping. */
function textsOf(args: readonly unknown[]): readonly string[] {
  return args.filter((arg): arg is string => typeof arg === 'string');
}
