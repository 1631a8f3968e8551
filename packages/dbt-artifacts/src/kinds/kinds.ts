import type { ArtifactKind } from './ArtifactKind';
import { DBT_CATALOG } from './dbtCatalog';
import { DBT_MANIFEST } from './dbtManifest';
import { DBT_RUN_RESULTS } from './dbtRunResults';
import { DBT_SEMANTIC_MANIFEST } from './dbtSemanticManifest';
import { DBT_SOURCES } from './dbtSources';
import { JSON_LINES } from './jsonLines';
import { ODCS } from './odcs';
import { OPENLINEAGE } from './openLineage';
import { WAREHOUSE_TABLES } from './warehouseTables';

/**
 * Every kind of file that is recognised; the first that recognises a file
 * reads it. A new kind is one file here and one line in this table.
 */
export const ARTIFACT_KINDS: readonly ArtifactKind[] = [
  DBT_SEMANTIC_MANIFEST,
  DBT_MANIFEST,
  DBT_CATALOG,
  DBT_SOURCES,
  DBT_RUN_RESULTS,
  OPENLINEAGE,
  ODCS,
  WAREHOUSE_TABLES,
  JSON_LINES,
];
