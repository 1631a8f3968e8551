/**
 * Replaces each Jinja expression that only prints a literal, such as
 * `{{ '{{' }}`, by what it prints.
 *
 * @remarks
 * dbt renders descriptions and `meta`, so a text that holds a block opener can
 * only be stored this way. Everything else is left as it is: it needs dbt.
 */
export function readPrintedLiterals(text: string): string {
  return text.replace(
    /\{\{ '([^'\\]{1,64})' \}\}/g,
    (_match, literal: string) => literal,
  );
}
