export interface Config {
  dataRequests?: {
    localForge?: {
      /**
       * Folder of the bare repositories, relative to the working directory of
       * the backend. Default: `.suido/forge`.
       */
      directory?: string;
      /**
       * Host of the URLs by which the backend reads these repositories.
       * Default: `local-forge.suido.dev`. Nothing is sent to that host.
       */
      host?: string;
      repositories?: Array<{
        /** Lower-case letters, digits, `-`, `_` and `.`; a target's `repository`. */
        name: string;
        /** Branch that the first start creates. Default: `main`. */
        defaultBranch?: string;
        /**
         * Folder whose files become the first commit, relative to the working
         * directory of the backend. Read once, when the repository is made.
         */
        seedFrom?: string;
      }>;
      /**
       * Entities behind handles of CODEOWNERS where `@name` is not the group
       * `group:default/name`. An empty text says that the handle is nobody.
       */
      owners?: {
        [handle: string]: string;
      };
    };
  };
}
