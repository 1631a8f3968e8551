import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { useLocale } from '../language';
import { relativeTimeUnit } from './relativeTimeUnit';

/** @public */
export interface TimeFormat {
  /** Date and time in the portal's zone, with the zone named. */
  absolute(instant: Date): string;
  /** How long ago, or in how long, from `now`. */
  relative(instant: Date, now: Date): string;
}

/**
 * Writes times as the reader's language does, in `suido.timeZone`; in the
 * browser's zone where the app does not say.
 * @public
 */
export function useTimeFormat(): TimeFormat {
  const locale = useLocale();
  const timeZone = useApi(configApiRef).getOptionalString('suido.timeZone');
  return useMemo(() => {
    const absolute = new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
      timeZone,
    });
    const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    return {
      absolute: instant => absolute.format(instant),
      relative: (instant, now) => {
        const { value, unit } = relativeTimeUnit(
          instant.getTime() - now.getTime(),
        );
        return relative.format(value, unit);
      },
    };
  }, [locale, timeZone]);
}
