import { useTimeFormat } from './useTimeFormat';

/** @public */
export interface AbsoluteTimeProps {
  /** ISO-8601. */
  readonly value: string;
}

/** A time as date and time of day, with its zone. @public */
export function AbsoluteTime({ value }: AbsoluteTimeProps) {
  const format = useTimeFormat();
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) {
    return <span>{value}</span>;
  }
  return <time dateTime={value}>{format.absolute(instant)}</time>;
}
