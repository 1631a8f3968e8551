export interface Config {
  auth?: {
    providers?: {
      /**
       * Lets a visitor on the same machine enter without a password. Only for
       * the demo company.
       */
      'demo-personas'?: {
        /** Names of the User entities that can be entered as. */
        personas: string[];
      };
    };
  };
}
