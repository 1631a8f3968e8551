export interface Config {
  suido?: {
    /**
     * Zone of the times that are shown, such as `Asia/Tokyo`. The browser's
     * where absent.
     * @visibility frontend
     */
    timeZone?: string;
  };
}
