/**
 * Who owns a path of a repository.
 *
 * @packageDocumentation
 */
export {
  CODEOWNERS_LOCATIONS,
  CODEOWNERS_SIZE_LIMIT_BYTES,
  ownersOf,
  parseCodeowners,
  type Codeowners,
  type CodeownersProblem,
  type CodeownersRule,
} from './parseCodeowners';
export type { PathPattern } from './pattern';
