import { describeError } from '@suido/react-kit';

/**
 * Whether asking again may help: not where the server answered with a refusal.
 * @public
 */
export function retryUnlessAnswered(error: Error): boolean {
  const { kind } = describeError(error);
  return kind === 'network' || kind === 'server' || kind === 'tooMany';
}
