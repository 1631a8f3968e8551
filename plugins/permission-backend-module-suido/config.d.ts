export interface Config {
  suido?: {
    /**
     * Which groups hold which role, as entity refs. Somebody without a role
     * sees nothing.
     */
    roles?: {
      'data-engineer'?: string[];
      'team-lead'?: string[];
      leadership?: string[];
      /** Everybody who may ask for data; usually the group of the company. */
      member?: string[];
    };
  };
}
