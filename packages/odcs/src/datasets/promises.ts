import type { UpdateFrequency } from '@suido/vocabulary';
import type { ContractObject, ContractSla } from '../reading/Contract';
import type { ContractDataset } from './ContractDataset';

const HOUR = 1;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** The longest one, so that a month of days is a month. */
const MONTH = 31 * DAY;

const UNIT_HOURS: readonly (readonly [RegExp, number])[] = [
  [/^(?:min|minutes?)$/, HOUR / 60],
  [/^(?:h|hr|hrs|hours?|hourly)$/, HOUR],
  [/^(?:d|days?|daily)$/, DAY],
  [/^(?:w|wk|weeks?|weekly)$/, WEEK],
  [/^(?:m|mo|months?|monthly)$/, MONTH],
  [/^(?:y|yr|years?|yearly)$/, 12 * MONTH],
];

const FREQUENCIES: readonly (readonly [number, UpdateFrequency])[] = [
  [HOUR, 'hourly'],
  [DAY, 'daily'],
  [WEEK, 'weekly'],
  [MONTH, 'monthly'],
];

/**
 * The promised frequency of an object: the nearest one that the promise still
 * keeps, so that `every 12 hours` is daily and not hourly. `undefined` for none,
 * and for one rarer than monthly.
 */
export function updateFrequencyOf(
  sla: readonly ContractSla[],
  object: ContractObject,
): UpdateFrequency | undefined {
  const promise = promiseOf(['frequency', 'fr'], sla, object);
  if (!promise) {
    return undefined;
  }
  const value = promise.value.toLowerCase();
  if (/^on[- ]?demand$/.test(value)) {
    return 'on-demand';
  }
  const count = Number(value);
  const hours = Number.isFinite(count)
    ? count * hoursOf(promise.unit?.toLowerCase() ?? '')
    : hoursOf(value);
  return FREQUENCIES.find(([most]) => hours > 0 && hours <= most)?.[1];
}

function hoursOf(unit: string): number {
  return UNIT_HOURS.find(([pattern]) => pattern.test(unit))?.[1] ?? NaN;
}

const STATES: Readonly<
  Record<string, NonNullable<ContractDataset['lifecycle']>['state']>
> = {
  proposed: 'proposed',
  draft: 'proposed',
  'in development': 'proposed',
  active: 'active',
  production: 'active',
  current: 'active',
  deprecated: 'deprecated',
  retired: 'deprecated',
  sunset: 'deprecated',
};

/** The status of the contract, and the day until which it supports an object. */
export function lifecycleOf(
  status: string | undefined,
  sla: readonly ContractSla[],
  object: ContractObject,
): ContractDataset['lifecycle'] {
  const state = STATES[status?.toLowerCase() ?? ''];
  const end =
    promiseOf(['endofsupport', 'es'], sla, object) ??
    promiseOf(['endoflife', 'el'], sla, object);
  const until = /^\d{4}-\d{2}-\d{2}/.exec(end?.value ?? '')?.[0];
  return state && { state, until: until && isDate(until) ? until : undefined };
}

function isDate(text: string): boolean {
  const time = Date.parse(text);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/** One for the object or its columns, else one for everything. */
function promiseOf(
  properties: readonly string[],
  sla: readonly ContractSla[],
  object: ContractObject,
): ContractSla | undefined {
  const found = sla.filter(({ property }) =>
    properties.includes(property.toLowerCase()),
  );
  const isAbout = ({ element }: ContractSla) =>
    element
      ?.split(',')
      .some(each =>
        [object.name, object.physicalName].some(
          name => each.trim() === name || each.trim().startsWith(`${name}.`),
        ),
      );
  return found.find(isAbout) ?? found.find(({ element }) => !element);
}
