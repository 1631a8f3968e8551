import type { Knex } from 'knex';
import { assetSubject, type KnownRecord } from './RecordStager';

/** What is stored of a source, by hash; some 100 bytes for each record. */
export async function loadKnownRecords(
  knex: Knex,
  source: string,
): Promise<Map<string, KnownRecord>> {
  const known = new Map<string, KnownRecord>();
  const datasets: { hash: string; key: string }[] = await knex('tellings')
    .join('datasets', 'datasets.id', 'tellings.dataset_id')
    .where('tellings.source_id', source)
    .select(knex.raw(`encode(tellings.hash, 'hex') as hash`), 'datasets.key');
  for (const { hash, key } of datasets) {
    known.set(hash, { kind: 'dataset-same', subject: key });
  }
  const assets: { hash: string; kind: string; asset_id: string }[] = await knex(
    'assets',
  )
    .where('source_id', source)
    .select(knex.raw(`encode(hash, 'hex') as hash`), 'kind', 'asset_id');
  for (const { hash, kind, asset_id: id } of assets) {
    known.set(hash, { kind: 'asset-same', subject: assetSubject(kind, id) });
  }
  return known;
}
