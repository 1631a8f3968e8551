export interface Config {
  /** The catalog of datasets. */
  dataCatalog?: {};
}
