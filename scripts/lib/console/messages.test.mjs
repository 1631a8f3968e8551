import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf } from './language.mjs';
import { catalogues } from './messages.mjs';

test('both languages have the same keys, placeholders and no empty text', () => {
  const { en, ja } = catalogues;
  assert.deepEqual(Object.keys(ja).sort(), Object.keys(en).sort());
  const placeholders = text => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const key of Object.keys(en)) {
    assert.notEqual(en[key].trim(), '', key);
    assert.notEqual(ja[key].trim(), '', key);
    assert.deepEqual(placeholders(ja[key]), placeholders(en[key]), key);
  }
});

test('the language follows the locale variables in their order', () => {
  assert.equal(languageOf({}), 'en');
  assert.equal(languageOf({ LANG: 'ja_JP.UTF-8' }), 'ja');
  assert.equal(languageOf({ LC_ALL: 'C', LANG: 'ja_JP.UTF-8' }), 'en');
  assert.equal(languageOf({ SUIDO_LANGUAGE: 'ja', LC_ALL: 'C' }), 'ja');
});
