import type { JinjaBlock, JinjaToken } from './tokenize';

/** A call of a function; arguments that are no literals are `undefined`. */
export interface JinjaCall {
  readonly name: string;
  readonly positional: readonly unknown[];
  readonly named: ReadonlyMap<string, unknown>;
}

/** Deeper literals are somebody's joke; they read as "not a literal". */
const MAX_LITERAL_DEPTH = 20;
/** Keeps `ref(ref(ref(…` from costing the square of its length. */
const MAX_ARGUMENT_TOKENS = 2_000;

const CONSTANTS: ReadonlyMap<string, unknown> = new Map([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
]);

/**
 * The calls of the named functions, also of those nested in other calls.
 *
 * @remarks
 * A method (`x.ref(…)`) or a definition (`macro ref(…)`) is no such call;
 * `builtins.ref(…)` is one.
 */
export function findCalls(
  blocks: readonly JinjaBlock[],
  names: ReadonlySet<string>,
): readonly JinjaCall[] {
  return blocks.flatMap(({ tokens }) =>
    tokens.flatMap((token, index) =>
      token.kind === 'name' &&
      names.has(token.value) &&
      isSymbol(tokens[index + 1], '(') &&
      isFreeName(tokens, index)
        ? [readCall(tokens, index)]
        : [],
    ),
  );
}

function isFreeName(tokens: readonly JinjaToken[], index: number): boolean {
  const before = tokens[index - 1];
  if (isSymbol(before, '.')) {
    return tokens[index - 2]?.value === 'builtins';
  }
  return !(before?.kind === 'name' && /^(?:macro|test)$/.test(before.value));
}

function readCall(tokens: readonly JinjaToken[], index: number): JinjaCall {
  const positional: unknown[] = [];
  const named = new Map<string, unknown>();
  let position = index + 2;
  while (position < tokens.length && !isSymbol(tokens[position], ')')) {
    const isNamed =
      tokens[position].kind === 'name' &&
      isSymbol(tokens[position + 1], '=') &&
      !isSymbol(tokens[position + 2], '=');
    const argument = readArgument(tokens, isNamed ? position + 2 : position, 0);
    if (isNamed) {
      named.set(tokens[position].value, argument.value);
    } else {
      positional.push(argument.value);
    }
    if (!isSymbol(tokens[argument.end], ',')) {
      break;
    }
    position = argument.end + 1;
  }
  return { name: tokens[index].value, positional, named };
}

interface Argument {
  readonly value: unknown;
  /** Index of the `,` or closing bracket behind it. */
  readonly end: number;
}

/** A literal up to the next `,` or closing bracket, else `undefined`. */
function readArgument(
  tokens: readonly JinjaToken[],
  start: number,
  depth: number,
): Argument {
  const literal =
    depth < MAX_LITERAL_DEPTH ? readLiteral(tokens, start, depth) : undefined;
  if (literal && endsArgument(tokens[literal.end])) {
    return literal;
  }
  return { value: undefined, end: skipArgument(tokens, start) };
}

function endsArgument(token: JinjaToken | undefined): boolean {
  return token?.kind === 'symbol' && /^[,)\]}]$/.test(token.value);
}

function skipArgument(tokens: readonly JinjaToken[], start: number): number {
  let open = 0;
  const end = Math.min(tokens.length, start + MAX_ARGUMENT_TOKENS);
  for (let index = start; index < end; index += 1) {
    const token = tokens[index];
    if (open === 0 && endsArgument(token)) {
      return index;
    }
    if (token.kind === 'symbol' && /^[([{]$/.test(token.value)) {
      open += 1;
    } else if (token.kind === 'symbol' && /^[)\]}]$/.test(token.value)) {
      open -= 1;
    }
  }
  return tokens.length;
}

function readLiteral(
  tokens: readonly JinjaToken[],
  start: number,
  depth: number,
): Argument | undefined {
  const token = tokens[start];
  switch (token?.kind) {
    case 'string':
      return { value: token.value, end: start + 1 };
    case 'number':
      return { value: Number(token.value), end: start + 1 };
    case 'name':
      return CONSTANTS.has(token.value)
        ? { value: CONSTANTS.get(token.value), end: start + 1 }
        : undefined;
    case 'symbol':
      if (token.value === '[') {
        return readList(tokens, start + 1, depth);
      }
      return token.value === '{'
        ? readDictionary(tokens, start + 1, depth)
        : undefined;
    default:
      return undefined;
  }
}

function readList(
  tokens: readonly JinjaToken[],
  start: number,
  depth: number,
): Argument | undefined {
  const values: unknown[] = [];
  let position = start;
  while (position < tokens.length) {
    if (isSymbol(tokens[position], ']')) {
      return { value: values, end: position + 1 };
    }
    const item = readArgument(tokens, position, depth + 1);
    values.push(item.value);
    position = isSymbol(tokens[item.end], ',') ? item.end + 1 : item.end;
    if (isSymbol(tokens[item.end], ')') || isSymbol(tokens[item.end], '}')) {
      return undefined;
    }
  }
  return undefined;
}

function readDictionary(
  tokens: readonly JinjaToken[],
  start: number,
  depth: number,
): Argument | undefined {
  const entries = new Map<string, unknown>();
  let position = start;
  while (position < tokens.length) {
    if (isSymbol(tokens[position], '}')) {
      return { value: entries, end: position + 1 };
    }
    if (
      tokens[position].kind !== 'string' ||
      !isSymbol(tokens[position + 1], ':')
    ) {
      return undefined;
    }
    const item = readArgument(tokens, position + 2, depth + 1);
    entries.set(tokens[position].value, item.value);
    position = isSymbol(tokens[item.end], ',') ? item.end + 1 : item.end;
    if (isSymbol(tokens[item.end], ')') || isSymbol(tokens[item.end], ']')) {
      return undefined;
    }
  }
  return undefined;
}

function isSymbol(token: JinjaToken | undefined, value: string): boolean {
  return token?.kind === 'symbol' && token.value === value;
}
