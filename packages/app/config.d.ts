export interface Config {
  suido?: {
    /**
     * Zone of business days and of the times that are shown, such as
     * `Asia/Tokyo`. The browser's where absent.
     * @visibility frontend
     */
    timeZone?: string;
    /**
     * Which groups hold a role: role → entity refs of groups. The home page
     * puts first what a role comes for.
     * @deepVisibility frontend
     */
    roles?: {
      'data-engineer'?: string[];
      'team-lead'?: string[];
      leadership?: string[];
      member?: string[];
    };
    signIn?: {
      /**
       * Ways to sign in, in the order of the page. Each needs its provider
       * under `auth.providers` too.
       * @deepVisibility frontend
       */
      providers?: Array<'demo-personas' | 'github' | 'oidc'>;
      /**
       * The people of the demo company that a visitor can enter as.
       * @deepVisibility frontend
       */
      demoPersonas?: Array<{
        /** Name of the User entity. */
        name: string;
        /** What to call the person in English. */
        title: string;
        /** What to call the person in Japanese. */
        titleJa: string;
        /** What the person comes to do, in English. */
        role: string;
        /** What the person comes to do, in Japanese. */
        roleJa: string;
      }>;
    };
  };
}
