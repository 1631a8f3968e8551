import { readPrintedLiterals } from './printedLiterals';

it.each([
  ['plain', 'plain'],
  ["a {{ '{{' }} b }} c", 'a {{ b }} c'],
  ["{{ '{%' }} if %} {{ '{#' }}", '{% if %} {#'],
  ["{{ doc('sales') }}", "{{ doc('sales') }}"],
  ["{{ 'a\\'b' }}", "{{ 'a\\'b' }}"],
  ['{{ name }}', '{{ name }}'],
])('reads %s as %s', (written, meant) => {
  expect(readPrintedLiterals(written)).toBe(meant);
});
