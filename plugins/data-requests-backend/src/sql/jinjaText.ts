/**
 * Writes a text such that dbt's Jinja prints exactly that text.
 *
 * @remarks
 * dbt renders model files, descriptions, `meta` and test arguments. A block
 * opens with `{{`, `{%` or `{#`; each is replaced by an expression that prints
 * those two characters. Closing marks mean nothing outside a block.
 */
export function neutraliseJinja(text: string): string {
  return text.replace(/\{[{%#]/g, opening => `{{ '${opening}' }}`);
}

/**
 * The same for an argument of a generic test: dbt also runs one that merely
 * looks like a call, such as `env_var('X')`, without any braces
 * (`add_rendered_test_kwargs` in dbt-core's `clients/jinja.py`). A
 * line break at the end would be taken for the end of the template.
 */
export function neutraliseTestArgument(text: string): string {
  return neutraliseJinja(text)
    .replace(
      // Python's idea of white space is wider than that of JavaScript
      /^([\s\p{Z}\p{Cc}]*)(env_var|ref|var|source|doc)(?=[\s\p{Z}\p{Cc}]*\()/u,
      (_match, space: string, name: string) => `${space}{{ '${name}' }}`,
    )
    .replace(
      // A brace in front would become part of what opens the expression
      /(\{?)\n$/,
      (_match, brace: string) => `{{ '${brace}\\n' }}`,
    );
}
