import type { ReasonCodeOf } from '../reasons/reasons';
import type { RecordScope } from '../reasons/ReasonLedger';
import type { JsonObject, JsonValue } from '../records/shared';
import { readTime } from './readTime';

type Unknowns = Readonly<Record<string, unknown>>;

/**
 * An object of a file that nobody can be sure of: each accessor gives the type
 * that is wanted, and says to the record's scope what it had to put right.
 *
 * @remarks
 * A missing field, and `null` for a scalar, are how dbt says "nothing": no
 * repair. `null` for a list or an object is one.
 */
export class Fields {
  readonly #values: Unknowns;
  readonly #scope: RecordScope;
  readonly #path: string;

  constructor(values: Unknowns, scope: RecordScope, path = '') {
    this.#values = values;
    this.#scope = scope;
    this.#path = path;
  }

  /** `undefined`, and the record refused, when it is no object. */
  static of(value: unknown, scope: RecordScope): Fields | undefined {
    if (!isObject(value)) {
      scope.refuse('not-an-object');
      return undefined;
    }
    return new Fields(value, scope);
  }

  has(name: string): boolean {
    return this.#value(name) !== undefined && this.#value(name) !== null;
  }

  /** A text that is not empty; numbers and booleans become text. */
  text(...names: string[]): string | undefined {
    for (const name of names) {
      const value = this.#value(name);
      if (typeof value === 'string') {
        if (value !== '') {
          return value;
        }
      } else if (typeof value === 'number' || typeof value === 'boolean') {
        this.#repair('wrong-type', name);
        return String(value);
      } else if (value !== undefined && value !== null) {
        this.#repair('wrong-type', name);
      }
    }
    return undefined;
  }

  /** Like {@link text}, for fields that may be numbers by design. */
  label(name: string): string | undefined {
    const value = this.#value(name);
    return typeof value === 'number' ? String(value) : this.text(name);
  }

  number(name: string): number | undefined {
    const value = this.#value(name);
    if (typeof value === 'number') {
      return value;
    }
    if (value === undefined || value === null) {
      return undefined;
    }
    this.#repair('wrong-type', name);
    const parsed = typeof value === 'string' ? Number(value) : NaN;
    return Number.isFinite(parsed) && value !== '' ? parsed : undefined;
  }

  flag(name: string): boolean {
    const value = this.#value(name);
    if (value !== undefined && value !== null && typeof value !== 'boolean') {
      this.#repair('wrong-type', name);
    }
    return value === true;
  }

  /** ISO-8601 UTC with milliseconds. */
  time(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined) {
      return undefined;
    }
    const { iso, isCut } = readTime(value);
    if (iso === undefined) {
      this.#repair('impossible-time', name);
    }
    if (isCut) {
      this.#scope.note('nanosecond-time', this.#at(name));
    }
    return iso;
  }

  /** A web address; any other scheme could run something when followed. */
  address(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined || /^https?:\/\//i.test(value)) {
      return value;
    }
    this.#repair('unsafe-address', name);
    return undefined;
  }

  /** An object; an empty one where there is none. */
  object(name: string): Fields {
    const value = this.#value(name);
    if (isObject(value)) {
      return new Fields(value, this.#scope, this.#at(name));
    }
    if (value !== undefined) {
      this.#repair(value === null ? 'null-for-list' : 'wrong-type', name);
    }
    return new Fields({}, this.#scope, this.#at(name));
  }

  /** An object that may be missing or `null` by design. */
  optionalObject(name: string): Fields | undefined {
    return this.has(name) ? this.object(name) : undefined;
  }

  /** A list; a single value is read as a list of one. */
  list(name: string): readonly unknown[] {
    const value = this.#value(name);
    if (Array.isArray(value)) {
      return value;
    }
    if (value === undefined) {
      return [];
    }
    if (value === null) {
      this.#repair('null-for-list', name);
      return [];
    }
    this.#repair('wrong-type', name);
    return [value];
  }

  /** Texts of a list, without what is no text. */
  texts(name: string): readonly string[] {
    return this.list(name).flatMap(element => {
      if (typeof element === 'string') {
        return element === '' ? [] : [element];
      }
      this.#repair('wrong-type', name);
      return typeof element === 'number' ? [String(element)] : [];
    });
  }

  /** One text or several, where both are right; `null` is none. */
  oneOrMore(name: string): readonly string[] {
    const value = this.#value(name);
    if (value === null || value === undefined || value === '') {
      return [];
    }
    return typeof value === 'string' ? [value] : this.texts(name);
  }

  /** Objects of a list or, with their keys, of an object. */
  objects(name: string): readonly { key?: string; fields: Fields }[] {
    const value = this.#value(name);
    const entries: readonly (readonly [string | undefined, unknown])[] =
      isObject(value)
        ? Object.entries(value)
        : this.list(name).map(element => [undefined, element]);
    return entries.flatMap(([key, element], index) => {
      if (isObject(element)) {
        const at = `${this.#at(name)}.${key ?? index}`;
        return [{ key, fields: new Fields(element, this.#scope, at) }];
      }
      // A column that is described as nothing is still a column
      this.#repair(
        element === null ? 'null-for-list' : 'wrong-type',
        `${name}.${key ?? index}`,
      );
      return key === undefined
        ? []
        : [{ key, fields: new Fields({}, this.#scope) }];
    });
  }

  /** An element of a list as fields, where it is an object. */
  inside(name: string, element: unknown): Fields | undefined {
    if (isObject(element)) {
      return new Fields(element, this.#scope, this.#at(name));
    }
    this.#repair('wrong-type', name);
    return undefined;
  }

  /** An object as it stands. */
  json(name: string): JsonObject {
    const value = this.#value(name);
    if (isJsonObject(value)) {
      return value;
    }
    if (value !== undefined) {
      this.#repair(value === null ? 'null-for-list' : 'wrong-type', name);
    }
    return {};
  }

  /** A value as it stands; `undefined` for `null`. */
  any(name: string): JsonValue | undefined {
    const value = this.#value(name);
    return value === null || !isJsonValue(value) ? undefined : value;
  }

  /** Characters of a text, which is not kept. */
  length(...names: string[]): number {
    for (const name of names) {
      const value = this.#value(name);
      if (typeof value === 'string') {
        return value.length;
      }
    }
    return 0;
  }

  keys(): readonly string[] {
    return Object.keys(this.#values);
  }

  #value(name: string): unknown {
    return Object.hasOwn(this.#values, name) ? this.#values[name] : undefined;
  }

  #at(name: string): string {
    return this.#path ? `${this.#path}.${name}` : name;
  }

  #repair(code: ReasonCodeOf<'repaired'>, name: string): void {
    this.#scope.repair(code, this.#at(name));
  }
}

function isObject(value: unknown): value is Unknowns {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Whatever came out of JSON.parse and is not `undefined` is a JSON value
function isJsonValue(value: unknown): value is JsonValue {
  return value !== undefined;
}

function isJsonObject(value: unknown): value is JsonObject {
  return isObject(value);
}
