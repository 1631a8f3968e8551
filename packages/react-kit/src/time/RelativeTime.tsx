import Tooltip from '@mui/material/Tooltip';
import { useNow } from './useNow';
import { useTimeFormat } from './useTimeFormat';

/** @public */
export interface RelativeTimeProps {
  /** ISO-8601. */
  readonly value: string;
}

/** How long ago something was; date, time and zone on hover. @public */
export function RelativeTime({ value }: RelativeTimeProps) {
  const format = useTimeFormat();
  const now = useNow();
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) {
    return <span>{value}</span>;
  }
  return (
    <Tooltip title={format.absolute(instant)} describeChild>
      <time dateTime={value}>{format.relative(instant, now)}</time>
    </Tooltip>
  );
}
