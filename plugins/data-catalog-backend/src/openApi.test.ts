import { dataCatalogContract } from '@suido/backstage-plugin-data-catalog-common';
import { createOpenApiDocument } from '@suido/http-contract';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FILE = resolve(__dirname, '../openapi.json');

it('keeps openapi.json equal to the contract (renew with UPDATE_OPENAPI=1)', () => {
  const document = JSON.parse(
    JSON.stringify(createOpenApiDocument(dataCatalogContract)),
  );
  if (process.env.UPDATE_OPENAPI) {
    writeFileSync(FILE, `${JSON.stringify(document, undefined, 2)}\n`);
  }
  expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(document);
});
