export interface Config {
  dataRequests?: {
    /** Sample rows from the demo company's warehouse; absent elsewhere. */
    demoPlatform?: {
      /** Address of the demo platform, such as `http://127.0.0.1:7100`. */
      baseUrl: string;
      /**
       * Bearer token that the demo platform was started with.
       * @visibility secret
       */
      token: string;
      /** Namespaces of its datasets. Default: `duckdb://demo`. */
      namespaces?: string[];
    };
  };
}
