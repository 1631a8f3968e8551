/** No other open request makes the same dataset. */
export const OPEN_DATASET_CONSTRAINT = 'requests_open_dataset_uq';

/** No two requests have one number. */
export const NUMBER_CONSTRAINT = 'requests_number_unique';
