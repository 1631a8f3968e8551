export interface Config {
  auth?: {
    providers?: {
      /**
       * Lets a visitor on the same machine enter without a password. Only for
       * the demo company.
       */
      'demo-personas'?: {
        /** The User entities that can be entered as. */
        personas: Array<{
          /** Name of the User entity. */
          name: string;
          displayName: string;
        }>;
      };
    };
  };
}
